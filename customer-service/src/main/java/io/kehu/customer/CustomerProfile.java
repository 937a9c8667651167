package io.kehu.customer;

import io.kehu.customer.duplicate.EmailDomain;
import io.kehu.events.CustomFields;
import io.kehu.events.CustomerState;
import io.kehu.events.Money;
import io.kehu.events.PostalAddress;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.personal.SealedText;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.search.NameKey;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What is known of a customer: what users write, apart from the rules of what may happen to it. */
@MappedSuperclass
abstract class CustomerProfile extends StandaloneRecord<CustomerState> {

    String name;

    @Enumerated(EnumType.STRING)
    CustomerType type;

    String unifiedSocialCreditCode;
    String industry;

    /** By what likely duplicates are found: the name without its legal form, and the domain of the e-mail address. */
    private String nameKey;

    private String emailDomain;
    Integer employees;
    String sizeBand;
    private BigDecimal annualRevenue;
    private String annualRevenueCurrency;
    Integer yearEstablished;
    String website;

    @EmbeddedColumnNaming("phone_%s")
    private SealedPhone phone;

    @EmbeddedColumnNaming("email_%s")
    private SealedEmail email;

    String country;
    String province;
    String city;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Address> addresses = List.of();

    String source;
    UUID campaignId;
    String level;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Set<String> tags = Set.of();

    String needs;
    String specialNeeds;

    @EmbeddedColumnNaming("invoice_title_%s")
    private SealedText invoiceTitle;

    String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    CustomFields customFields = CustomFields.NONE;

    private Instant erasedAt;

    protected CustomerProfile() {}

    protected CustomerProfile(String number, String owner, String team) {
        super(number, owner, team);
    }

    final void set(CustomerFields fields) {
        requireNotErased();
        name = fields.name();
        nameKey = NameKey.of(name);
        type = fields.type() == null ? CustomerType.COMPANY : fields.type();
        unifiedSocialCreditCode = fields.unifiedSocialCreditCode();
        industry = fields.industry();
        employees = fields.employees();
        sizeBand = fields.sizeBand();
        var revenue = fields.annualRevenue();
        annualRevenue = revenue == null ? null : revenue.amount();
        annualRevenueCurrency = revenue == null ? null : revenue.currency();
        yearEstablished = fields.yearEstablished();
        website = fields.website();
        phone = SealedPhone.of(id(), fields.phone(), phone);
        email = SealedEmail.of(id(), fields.email(), email);
        emailDomain = isPerson() ? null : EmailDomain.of(fields.email());
        country = fields.country();
        province = fields.province();
        city = fields.city();
        addresses = fields.addresses() == null ? List.of() : List.copyOf(fields.addresses());
        source = fields.source();
        campaignId = fields.campaignId();
        level = fields.level();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        needs = fields.needs();
        specialNeeds = fields.specialNeeds();
        invoiceTitle = InvoiceTitle.sealed(id(), fields.invoiceTitle(), invoiceTitle);
        remark = fields.remark();
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
    }

    public final CustomerFields fields() {
        return new CustomerFields(
                name,
                type,
                unifiedSocialCreditCode,
                industry,
                employees,
                sizeBand,
                annualRevenue(),
                yearEstablished,
                website,
                SealedPhone.text(phone, id()),
                SealedEmail.text(email, id()),
                country,
                province,
                city,
                addresses,
                source,
                campaignId,
                level,
                tags,
                needs,
                specialNeeds,
                InvoiceTitle.opened(invoiceTitle, id()),
                remark,
                customFields);
    }

    final Money annualRevenue() {
        return annualRevenue == null ? null : new Money(annualRevenue, annualRevenueCurrency);
    }

    /** Empties all that tells who an individual is, or that somebody wrote of the person, for good. */
    final void empty() {
        requireNotErased();
        if (!isPerson()) {
            throw new RuleViolation("customer.no-person", number());
        }
        name = null;
        nameKey = null;
        unifiedSocialCreditCode = null;
        employees = null;
        sizeBand = null;
        annualRevenue = null;
        annualRevenueCurrency = null;
        yearEstablished = null;
        website = null;
        phone = null;
        email = null;
        emailDomain = null;
        country = null;
        province = null;
        city = null;
        addresses = List.of();
        tags = Set.of();
        needs = null;
        specialNeeds = null;
        invoiceTitle = null;
        remark = null;
        customFields = CustomFields.NONE;
        erasedAt = EventLog.now();
    }

    final boolean erased() {
        return erasedAt != null;
    }

    private void requireNotErased() {
        if (erased()) {
            throw new RuleViolation("customer.erased", number());
        }
    }

    /** An individual's name and addresses are personal data, a company's are not. */
    public final boolean isPerson() {
        return type == CustomerType.INDIVIDUAL;
    }

    final List<PostalAddress> publishedAddresses() {
        return addresses.stream().map(Address::published).toList();
    }

    @Override
    public final CustomerPersonal personal() {
        if (erased()) {
            return null;
        }
        return new CustomerPersonal(
                isPerson() ? name : null,
                SealedPhone.text(phone, id()),
                SealedEmail.text(email, id()),
                isPerson() ? publishedAddresses() : null,
                InvoiceTitle.opened(invoiceTitle, id()));
    }
}
