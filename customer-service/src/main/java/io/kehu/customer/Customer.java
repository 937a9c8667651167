package io.kehu.customer;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Money;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedPhone;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A customer 客户: a company, a sole proprietor, a person or a group of companies. */
@Entity
public class Customer extends StandaloneRecord<CustomerState> {

    /** What the customer is in law. */
    public enum Type {
        COMPANY,
        SOLE_PROPRIETOR,
        INDIVIDUAL,
        GROUP
    }

    /** Where the relationship stands 客户阶段. */
    public enum Lifecycle {
        PROSPECT,
        QUALIFIED,
        ACTIVE,
        AT_RISK,
        CHURNED,
        BLACKLISTED
    }

    private String name;

    @Enumerated(EnumType.STRING)
    private Type type;

    private String unifiedSocialCreditCode;
    private String industry;
    private Integer employees;
    private BigDecimal annualRevenue;
    private String annualRevenueCurrency;
    private Integer yearEstablished;
    private String website;

    @EmbeddedColumnNaming("phone_%s")
    private SealedPhone phone;

    @EmbeddedColumnNaming("email_%s")
    private SealedEmail email;

    private String country;
    private String province;
    private String city;
    private String source;
    private String level;

    @Enumerated(EnumType.STRING)
    private Lifecycle lifecycle = Lifecycle.PROSPECT;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    private UUID parentId;

    @Enumerated(EnumType.STRING)
    private Parent.Relation parentRelation;

    private BigDecimal parentShare;
    private String remark;

    protected Customer() {}

    Customer(String number, String owner, String team, CustomerFields fields) {
        super(number, owner, team);
        set(fields);
    }

    CustomerEvent created() {
        return new CustomerEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<CustomerEvent> update(CustomerFields fields) {
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(new CustomerEvent.Updated(changed));
    }

    @Override
    protected CustomerEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new CustomerEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    /** The caller has made sure that {@code parent} does not stand below this customer. */
    CustomerEvent moveBelow(Parent parent) {
        var previous = parentId;
        parentId = parent == null ? null : parent.customerId();
        parentRelation = parent == null ? null : parent.relation();
        parentShare = parent == null ? null : parent.share();
        return new CustomerEvent.ParentChanged(previous, parentId);
    }

    /** Takes over whatever an import states, as one change; empty if nothing is different. */
    Optional<CustomerEvent> restate(CustomerRow row, Parent newParent) {
        var before = state();
        var personalBefore = personal();
        set(row.fields());
        changeOwner(row.owner(), row.team());
        moveBelow(newParent);
        var changed = new TreeSet<>(ChangedFields.between(before, state()));
        changed.addAll(ChangedFields.between(personalBefore, personal()));
        return changed.isEmpty() ? Optional.empty() : Optional.of(new CustomerEvent.Updated(changed));
    }

    /** The customer as an import would state it. */
    CustomerRow row(String parentKey) {
        return new CustomerRow(fields(), owner(), team(), parentKey, parentRelation, parentShare);
    }

    CustomerEvent remove() {
        delete();
        return new CustomerEvent.Deleted();
    }

    CustomerEvent takeBack() {
        restore();
        return new CustomerEvent.Restored();
    }

    Parent parent() {
        return parentId == null ? null : new Parent(parentId, parentRelation, parentShare);
    }

    UUID parentId() {
        return parentId;
    }

    String name() {
        return name;
    }

    private void set(CustomerFields fields) {
        name = fields.name();
        type = fields.type() == null ? Type.COMPANY : fields.type();
        unifiedSocialCreditCode = fields.unifiedSocialCreditCode();
        industry = fields.industry();
        employees = fields.employees();
        annualRevenue =
                fields.annualRevenue() == null ? null : fields.annualRevenue().amount();
        annualRevenueCurrency =
                fields.annualRevenue() == null ? null : fields.annualRevenue().currency();
        yearEstablished = fields.yearEstablished();
        website = fields.website();
        phone = SealedPhone.of(id(), fields.phone(), phone);
        email = SealedEmail.of(id(), fields.email(), email);
        country = fields.country();
        province = fields.province();
        city = fields.city();
        source = fields.source();
        level = fields.level();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        remark = fields.remark();
    }

    CustomerFields fields() {
        return new CustomerFields(
                name,
                type,
                unifiedSocialCreditCode,
                industry,
                employees,
                annualRevenue(),
                yearEstablished,
                website,
                phone(),
                email(),
                country,
                province,
                city,
                source,
                level,
                tags,
                remark);
    }

    private String phone() {
        return SealedPhone.text(phone, id());
    }

    private String email() {
        return SealedEmail.text(email, id());
    }

    private Money annualRevenue() {
        return annualRevenue == null ? null : new Money(annualRevenue, annualRevenueCurrency);
    }

    @Override
    public CustomerState state() {
        return new CustomerState(
                id(),
                number(),
                type == Type.INDIVIDUAL ? null : name,
                type.name(),
                owner(),
                team(),
                externalIds(),
                unifiedSocialCreditCode,
                industry,
                employees,
                annualRevenue(),
                yearEstablished,
                website,
                country,
                province,
                city,
                source,
                level,
                lifecycle.name(),
                tags,
                parentId,
                parentRelation == null ? null : parentRelation.name(),
                parentShare,
                remark,
                deleted(),
                collaborators());
    }

    @Override
    public CustomerPersonal personal() {
        var person = type == Type.INDIVIDUAL ? name : null;
        return new CustomerPersonal(person, phone(), email());
    }

    CustomerView view() {
        return new CustomerView(state(), personal(), lifespan());
    }
}
