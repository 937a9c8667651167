package io.kehu.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.PostalAddress;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A customer in a row of a file: what is a list or a part of it elsewhere has columns of its own here.
 *
 * @param parent   key of the parent, if the caller may see it
 * @param campaign number of the campaign that it came from, likewise
 */
record CustomerCells(
        String parent,
        String campaign,
        @JsonUnwrapped OnlyAddress address,
        @JsonUnwrapped Invoice invoice,
        @JsonUnwrapped CustomerView view) {

    /** What is left of an erased individual. */
    private static final CustomerPersonal NOTHING = new CustomerPersonal(null, null, null, null, null);

    static CustomerCells of(CustomerView view, String parent, String campaign) {
        var personal = Objects.requireNonNullElse(view.personal(), NOTHING);
        return new CustomerCells(
                parent, campaign, OnlyAddress.of(view, personal), Invoice.of(personal.invoiceTitle()), view);
    }

    /** The address, if there is just one; country, province and city are the customer's own. */
    record OnlyAddress(String addressKind, String district, String street, String postalCode) {

        static OnlyAddress of(CustomerView view, CustomerPersonal personal) {
            var all = Stream.of(view.state().addresses(), personal.addresses())
                    .filter(each -> each != null && each.size() == 1)
                    .<PostalAddress>map(List::getFirst)
                    .findFirst();
            return all.map(only -> new OnlyAddress(only.kind(), only.district(), only.street(), only.postalCode()))
                    .orElse(null);
        }
    }

    /** What an invoice states. */
    record Invoice(
            String invoiceName,
            @Masked(Masking.ACCOUNT) String taxNumber,
            String bank,
            @Masked(Masking.ACCOUNT) String bankAccount,
            String invoiceAddress,
            @Masked(Masking.PHONE) String invoicePhone) {

        static Invoice of(InvoiceTitle title) {
            return title == null
                    ? null
                    : new Invoice(
                            title.title(),
                            title.taxNumber(),
                            title.bank(),
                            title.account(),
                            title.address(),
                            title.phone());
        }
    }
}
