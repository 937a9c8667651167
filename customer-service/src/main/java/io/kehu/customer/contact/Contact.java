package io.kehu.customer.contact;

import io.kehu.events.ContactEvent;
import io.kehu.events.ContactLink;
import io.kehu.events.ContactState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedEmails;
import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.personal.SealedPhones;
import io.kehu.platform.personal.SealedText;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A contact 联系人: a person at a customer. */
@Entity
public class Contact extends CustomerRecord<ContactState> implements Served<ContactView> {

    /** What the person decides or does in a purchase. */
    public enum Role {
        PROCUREMENT,
        TECHNICAL,
        FINANCE,
        DECISION_MAKER,
        INFLUENCER,
        USER,
        GATEKEEPER
    }

    private UUID customerId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<CustomerLink> customers = List.of();

    private String name;
    private String salutation;
    private String title;
    private String department;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<Role> roles = Set.of();

    @EmbeddedColumnNaming("phone_%s")
    private SealedPhone phone;

    @EmbeddedColumnNaming("email_%s")
    private SealedEmail email;

    @EmbeddedColumnNaming("other_phones_%s")
    private SealedPhones otherPhones;

    @EmbeddedColumnNaming("other_emails_%s")
    private SealedEmails otherEmails;

    @EmbeddedColumnNaming("details_%s")
    private SealedText details;

    private UUID reportsTo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Preferences preferences;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<GivenConsent> consents = List.of();

    private boolean active = true;
    private String inactiveReason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    private String remark;
    private Instant erasedAt;

    protected Contact() {}

    Contact(String number, String owner, String team, ContactFields fields) {
        super(number, owner, team);
        set(fields);
    }

    ContactEvent created() {
        return new ContactEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<ContactEvent> update(ContactFields fields) {
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** Takes over whatever an import states, as one change; empty if nothing is different. */
    Optional<ContactEvent> restate(ContactFields fields, String newOwner, String newTeam) {
        var before = state();
        var personalBefore = personal();
        set(fields);
        changeOwner(newOwner, newTeam);
        var changed = new TreeSet<>(ChangedFields.between(before, state()));
        changed.addAll(ChangedFields.between(personalBefore, personal()));
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    @Override
    public ContactEvent follow(UUID merged, UUID survivor) {
        customers = CustomerLink.follow(customers, merged, survivor);
        customerId = CustomerLink.main(customers);
        return updated(Set.of("customerId", "customers"));
    }

    /**
     * Belongs to {@code merged} again as it did {@code before} it was merged, and to the survivor only as to those that still
     * stand together.
     */
    public ContactEvent part(UUID survivor, UUID merged, List<ContactLink> before, Set<UUID> together) {
        var parted = CustomerLink.part(customers, survivor, merged, before, together);
        customers = erased() ? CustomerLink.withoutRoles(parted) : parted;
        customerId = CustomerLink.main(customers);
        return updated(Set.of("customerId", "customers"));
    }

    /** The customers that it belongs to. */
    public List<UUID> customerIds() {
        return customers.stream().map(CustomerLink::customerId).toList();
    }

    @Override
    public ContactEvent remove() {
        delete();
        return new ContactEvent.Deleted();
    }

    @Override
    public ContactEvent takeBack() {
        restore();
        return new ContactEvent.Restored();
    }

    /** Empties all that tells who the contact is, for good; the caller destroys its key. */
    ContactEvent erase() {
        requireNotErased();
        name = null;
        salutation = null;
        title = null;
        department = null;
        roles = Set.of();
        customers = CustomerLink.withoutRoles(customers);
        phone = null;
        email = null;
        otherPhones = null;
        otherEmails = null;
        details = null;
        reportsTo = null;
        preferences = null;
        active = false;
        inactiveReason = null;
        tags = Set.of();
        remark = null;
        erasedAt = EventLog.now();
        return new ContactEvent.Erased();
    }

    private boolean erased() {
        return erasedAt != null;
    }

    private void requireNotErased() {
        if (erased()) {
            throw new RuleViolation("contact.erased", number());
        }
    }

    private void set(ContactFields fields) {
        requireNotErased();
        customers = CustomerLink.settle(customerId, customers, fields.customerId(), fields.customers());
        customerId = CustomerLink.main(customers);
        name = fields.name();
        salutation = fields.salutation();
        title = fields.title();
        department = fields.department();
        roles = fields.roles() == null ? Set.of() : Set.copyOf(fields.roles());
        phone = SealedPhone.of(id(), fields.phone(), phone);
        email = SealedEmail.of(id(), fields.email(), email);
        otherPhones = SealedPhones.of(id(), fields.otherPhones(), otherPhones);
        otherEmails = SealedEmails.of(id(), fields.otherEmails(), otherEmails);
        details = new FurtherDetails(fields.socialAccounts(), fields.birthday(), fields.customFields())
                .sealed(id(), details);
        reportsTo = fields.reportsTo();
        preferences = fields.preferences();
        consents = fields.consents() == null ? List.of() : List.copyOf(fields.consents());
        active = fields.active() == null || fields.active();
        inactiveReason = fields.inactiveReason();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        remark = fields.remark();
    }

    ContactFields fields() {
        var further = FurtherDetails.opened(details, id());
        return new ContactFields(
                customerId,
                customers,
                name,
                salutation,
                title,
                department,
                roles,
                phone(),
                email(),
                otherPhones(),
                otherEmails(),
                further.socialAccounts(),
                reportsTo,
                further.birthday(),
                preferences,
                consents,
                active,
                inactiveReason,
                tags,
                remark,
                further.customFields());
    }

    @Override
    public SearchText searchText() {
        return erased() ? null : SearchText.of(Stream.of(name), Stream.of(number()));
    }

    private String phone() {
        return SealedPhone.text(phone, id());
    }

    private List<String> otherPhones() {
        return SealedPhones.texts(otherPhones, id());
    }

    private List<String> otherEmails() {
        return SealedEmails.texts(otherEmails, id());
    }

    private String email() {
        return SealedEmail.text(email, id());
    }

    @Override
    public ContactEvent updated(Set<String> fields) {
        return new ContactEvent.Updated(fields);
    }

    @Override
    protected ContactEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new ContactEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public ContactState state() {
        return new ContactState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                customerId,
                title,
                department,
                roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet()),
                active,
                deleted(),
                erased(),
                collaborators(),
                customers.stream().map(CustomerLink::published).toList(),
                reportsTo,
                preferences == null ? null : preferences.published(),
                consents.stream().map(GivenConsent::published).toList(),
                inactiveReason,
                tags);
    }

    @Override
    public ContactPersonal personal() {
        if (erased()) {
            return null;
        }
        var further = FurtherDetails.opened(details, id());
        return new ContactPersonal(
                name,
                salutation,
                phone(),
                email(),
                remark,
                otherPhones(),
                otherEmails(),
                further.socialAccounts(),
                further.birthday(),
                further.customFields());
    }

    @Override
    public ContactView view() {
        return new ContactView(state(), personal(), lifespan());
    }
}
