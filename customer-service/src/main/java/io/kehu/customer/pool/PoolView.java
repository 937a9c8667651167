package io.kehu.customer.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pool as the API shows it. */
@Schema(description = "A public pool of customers 公海")
public record PoolView(
        UUID id,
        @JsonUnwrapped PoolFields fields,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/customer-pools/" + id;
    }
}
