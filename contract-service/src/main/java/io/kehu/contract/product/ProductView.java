package io.kehu.contract.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ProductState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as the API shows it.
 *
 * @param code the number, under the name by which it is written
 */
@Schema(description = "A product 产品")
public record ProductView(
        @JsonUnwrapped ProductState state,
        String code,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    static ProductView of(ProductState state, Lifespan lifespan) {
        return new ProductView(state, state.number(), lifespan);
    }

    @Override
    public String path() {
        return "/v1/products/" + state.id();
    }
}
