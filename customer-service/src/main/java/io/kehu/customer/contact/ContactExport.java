package io.kehu.customer.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.customer.Customers;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** How contacts go out as a file, which an import takes back. */
@ApplicationScoped
class ContactExport implements RowExport<Contact> {

    private final ContactRepository contacts;
    private final ContactImport imports;
    private final Customers customers;

    ContactExport(ContactRepository contacts, ContactImport imports, Customers customers) {
        this.contacts = contacts;
        this.imports = imports;
        this.customers = customers;
    }

    /**
     * @param customer key of the customer, if the caller may see it
     * @param weChat   handle of the contact's WeChat account, the only one of the social accounts that has a column
     */
    record Row(
            String customer, String weChat, @JsonUnwrapped ContactView view) {

        static Row of(ContactView view, String customer) {
            var weChat = accounts(view.personal())
                    .filter(SocialAccount::onWeChat)
                    .map(SocialAccount::handle)
                    .findFirst()
                    .orElse(null);
            return new Row(customer, weChat, view);
        }

        /** None of an erased contact. */
        private static Stream<SocialAccount> accounts(ContactPersonal personal) {
            return personal == null || personal.socialAccounts() == null
                    ? Stream.empty()
                    : personal.socialAccounts().stream();
        }
    }

    @Override
    public String resource() {
        return ContactImport.RESOURCE;
    }

    @Override
    public AggregateRepository<Contact> repository() {
        return contacts;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    @Override
    public Function<Contact, Row> views(List<Contact> records) {
        var visible = customers.visible(records.stream()
                .map(contact -> contact.state().customerId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return contact -> {
            var customer = visible.get(contact.state().customerId());
            return Row.of(contact.view(), customer == null ? null : ExternalIds.keyBeside(contact, customer));
        };
    }
}
