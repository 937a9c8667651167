package io.kehu.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ContractState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contract as the API shows it. */
@Schema(description = "A contract 合同")
public record ContractView(
        @JsonUnwrapped ContractState state, @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/contracts/" + state.id();
    }
}
