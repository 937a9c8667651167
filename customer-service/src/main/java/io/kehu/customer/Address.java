package io.kehu.customer;

import io.kehu.events.PostalAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address 地址 of a customer. */
@Schema(description = "An address 地址")
public record Address(
        @Schema(description = "What it is for") @NotNull Kind kind,

        @Schema(description = "Country 国家: ISO 3166 code or name", examples = "CN") @Size(max = 100)
        String country,

        @Schema(description = "Province 省: in China a GB/T 2260 code or name", examples = "440000") @Size(max = 100)
        String province,

        @Schema(description = "City 市: in China a GB/T 2260 code or name", examples = "440300") @Size(max = 100)
        String city,

        @Schema(description = "District 区县: in China a GB/T 2260 code or name", examples = "440305") @Size(max = 100)
        String district,

        @Schema(description = "Street and number 详细地址") @Size(max = 500)
        String street,

        @Schema(description = "Postal code 邮编", examples = "518057") @Size(max = 20)
        String postalCode) {

    /** What an address is for. */
    @Schema(name = "AddressKind")
    public enum Kind {
        /** 注册地址 */
        REGISTERED,
        OFFICE,
        BILLING,
        SHIPPING
    }

    /** Whether a row of a file can tell of these addresses: of just one, with something that is not the customer's own. */
    static boolean haveCells(List<Address> addresses) {
        return addresses != null
                && addresses.size() == 1
                && Stream.of(
                                addresses.getFirst().district,
                                addresses.getFirst().street,
                                addresses.getFirst().postalCode)
                        .anyMatch(Objects::nonNull);
    }

    /**
     * As a row of a file means it, which has one region for the customer and its address: the same address stays where it is
     * if that is another region than the customer's, or if the file has none.
     */
    Address placedLike(Address present, CustomerFields customer) {
        var another = !Objects.equals(present.country, customer.country())
                || !Objects.equals(present.province, customer.province())
                || !Objects.equals(present.city, customer.city());
        var nowhere = country == null && province == null && city == null;
        return kind == present.kind && Objects.equals(street, present.street) && (another || nowhere)
                ? new Address(kind, present.country, present.province, present.city, district, street, postalCode)
                : this;
    }

    PostalAddress published() {
        return new PostalAddress(kind.name(), country, province, city, district, street, postalCode);
    }
}
