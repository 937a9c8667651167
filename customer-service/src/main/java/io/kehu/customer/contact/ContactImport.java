package io.kehu.customer.contact;

import io.kehu.customer.Customers;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How contacts come in by file. */
@ApplicationScoped
class ContactImport implements RowImport<ContactRow, Contact> {

    static final String RESOURCE = ContactTerms.RESOURCE;

    private static final Set<String> ROLES =
            Arrays.stream(Contact.Role.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Customers customers;
    private final Numbers numbers;
    private final Directory directory;
    private final ContactTerms terms;
    private final CustomFieldRules customFields;

    ContactImport(
            Customers customers,
            Numbers numbers,
            Directory directory,
            ContactTerms terms,
            CustomFieldRules customFields) {
        this.customers = customers;
        this.numbers = numbers;
        this.directory = directory;
        this.terms = terms;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.CONTACT;
    }

    @Override
    public Class<Contact> entity() {
        return Contact.class;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "姓名").needed(),
                Column.text("customer", "Customer", "客户").described("External id of the customer in the same source"),
                Column.text("salutation", "Salutation", "称谓"),
                Column.text("title", "Title", "职务"),
                Column.text("department", "Department", "部门"),
                Column.text("roles", "Roles", "角色").described("Several roles are separated by semicolons"),
                Column.text("phone", "Phone", "电话"),
                Column.text("email", "E-mail", "邮箱"),
                Column.of(ColumnType.TEXTS, "otherPhones", "Other phones", "其他电话"),
                Column.of(ColumnType.TEXTS, "otherEmails", "Other e-mails", "其他邮箱"),
                Column.text("weChat", "WeChat", "微信").clearing("socialAccounts"),
                Column.of(ColumnType.DATE, "birthday", "Birthday", "生日"),
                Column.of(ColumnType.FLAG, "active", "Active", "在职"),
                Column.text("inactiveReason", "Inactive reason", "离职原因"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "联系人标签"),
                Column.text("remark", "Remark", "备注"),
                Column.text("owner", "Owner", "负责人")
                        .described("Username; the importing user if none is given")
                        .leavingWhenBlank(),
                Column.text("team", "Team", "所属部门")
                        .described("Group path, for instance /sales/east")
                        .leavingWhenBlank()));
        columns.addAll(CustomColumns.of(customFields.of(RESOURCE)));
        return List.copyOf(columns);
    }

    @Override
    public ContactRow read(RowValues row) {
        var weChat = row.text("weChat");
        var tags = row.texts("tags");
        var fields = new ContactFields(
                null,
                null,
                row.text("name"),
                row.text("salutation"),
                row.text("title"),
                row.text("department"),
                roles(row),
                row.text("phone"),
                row.text("email"),
                row.texts("otherPhones"),
                row.texts("otherEmails"),
                weChat == null ? null : List.of(SocialAccount.weChat(weChat)),
                null,
                row.date("birthday"),
                null,
                null,
                row.flag("active"),
                row.text("inactiveReason"),
                tags == null ? null : Set.copyOf(tags),
                row.text("remark"),
                CustomColumns.read(customFields.of(RESOURCE), row));
        return new ContactRow(fields, row.text("customer"), row.text("owner"), row.text("team"));
    }

    private static Set<Contact.Role> roles(RowValues row) {
        var texts = row.texts("roles");
        if (texts == null) {
            return null;
        }
        var roles = new HashSet<Contact.Role>();
        for (var text : texts) {
            var name = text.toUpperCase(Locale.ROOT);
            if (ROLES.contains(name)) {
                roles.add(Contact.Role.valueOf(name));
            } else {
                row.refuse("roles", "value.choice", text, ROLES);
            }
        }
        return roles;
    }

    @Override
    public DomainEvent removed(Contact contact) {
        return contact.remove();
    }

    @Override
    public void settle(Contact contact) {
        for (var id : contact.customerIds()) {
            var standing = customers.standing("customer", id);
            if (!standing.equals(id)) {
                contact.follow(id, standing);
            }
        }
    }

    @Override
    public DomainEvent restored(Contact contact, Set<String> fields) {
        return contact.updated(fields);
    }

    @Override
    public RowWriter<ContactRow, Contact> writer(List<ImportRow<ContactRow>> rows) {
        var pairs = rows.stream()
                .filter(row -> row.externalId() != null && row.command().customer() != null)
                .map(row ->
                        new ExternalId(row.externalId().source(), row.command().customer()))
                .collect(Collectors.toSet());
        return new Writer(customers.visibleByExternalId(pairs), numbers, directory, terms);
    }

    private record Writer(Map<ExternalId, UUID> customers, Numbers numbers, Directory directory, ContactTerms terms)
            implements RowWriter<ContactRow, Contact> {

        @Override
        public ContactRow current(Contact existing) {
            return new ContactRow(existing.fields(), null, existing.owner(), existing.team());
        }

        @Override
        public Change create(ImportRow<ContactRow> row) {
            var caller = Caller.current();
            var command = row.command();
            var owner = command.owner() == null ? caller.username() : command.owner();
            var team = command.owner() == null && command.team() == null
                    ? caller.team()
                    : directory.teamOfThePast("owner", owner, command.team());
            var contact = new Contact(
                    numbers.next(ContactService.NUMBER_PREFIX),
                    owner,
                    team,
                    at(customer(row, null), null, command.fields()));
            return Change.now(contact, contact.created());
        }

        @Override
        public Optional<Change> update(Contact existing, ImportRow<ContactRow> row) {
            var command = row.command();
            var fields = at(customer(row, existing.fields().customerId()), existing.fields(), command.fields());
            if (!Objects.equals(command.owner(), existing.owner())) {
                directory.teamOfThePast("owner", command.owner(), command.team());
            }
            return existing.restate(fields, command.owner(), command.team()).map(event -> Change.now(existing, event));
        }

        private UUID customer(ImportRow<ContactRow> row, UUID present) {
            var key = row.command().customer();
            if (key == null) {
                return present;
            }
            var found = row.externalId() == null
                    ? null
                    : customers.get(new ExternalId(row.externalId().source(), key));
            if (found == null) {
                throw new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("customer", "reference.unknown", "customer", key)));
            }
            return found;
        }

        private ContactFields at(UUID customerId, ContactFields current, ContactFields fields) {
            return fields.with(
                    customerId,
                    fields.customers(),
                    current == null
                            ? fields.socialAccounts()
                            : SocialAccount.over(current.socialAccounts(), fields.socialAccounts()),
                    terms.customFields(current, fields.customFields()));
        }
    }
}
