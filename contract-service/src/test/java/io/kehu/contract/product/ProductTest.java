package io.kehu.contract.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.Money;
import io.kehu.events.ProductEvent;
import io.kehu.platform.problem.Invalid;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static ProductFields fields(String code, String price, String taxRate) {
        return new ProductFields(
                code,
                "GTX Basic",
                null,
                "GTX",
                null,
                null,
                Money.of(price, "USD"),
                new BigDecimal(taxRate),
                null,
                null);
    }

    @Test
    void isGoodsOnTheShelfUnlessSaidOtherwise() {
        var product = new Product(fields(" GTX-1 ", "550", "0.13"));
        assertThat(product.created()).isEqualTo(new ProductEvent.Created());
        assertThat(product.state().number()).isEqualTo("GTX-1");
        assertThat(product.state().kind()).isEqualTo("GOODS");
        assertThat(product.state().onShelf()).isTrue();
        assertThat(product.state().owner()).isNull();
    }

    @Test
    void takesTheSameNumberInAnotherFormForNoChange() {
        var product = new Product(fields("GTX-1", "550", "0.13"));
        assertThat(product.update(fields("GTX-1", "550.00", "0.130"))).isEmpty();
        assertThat(product.update(fields("GTX-1", "551", "0.13"))).contains(new ProductEvent.Updated(Set.of("price")));
    }

    @Test
    void keepsItsCode() {
        var product = new Product(fields("GTX-1", "550", "0.13"));
        assertThatThrownBy(() -> product.update(fields("GTX-2", "550", "0.13"))).isInstanceOf(Invalid.class);
    }
}
