package io.kehu.opportunity.lead;

import io.kehu.events.CustomFields;
import io.kehu.events.LeadState;
import io.kehu.events.Money;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.personal.PhoneNumbers;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.search.NameKey;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What a lead tells of somebody who asks, so that {@link Lead} itself reads as its way to a deal. */
@MappedSuperclass
abstract class LeadProfile extends StandaloneRecord<LeadState> {

    String name;
    String company;
    private String companyKey;
    private String person;
    String title;

    @EmbeddedColumnNaming("phone_%s")
    private SealedPhone phone;

    @EmbeddedColumnNaming("email_%s")
    private SealedEmail email;

    String source;
    UUID campaignId;
    String industry;
    String region;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Set<String> interests = Set.of();

    private BigDecimal budget;
    private String budgetCurrency;
    Integer score;
    private String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<GivenConsent> consents = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CustomFields customFields = CustomFields.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Set<String> tags = Set.of();

    private Instant erasedAt;

    @Formula("exists (select 1 from lead_conversion c where c.lead_id = id and c.status = 'CONVERTING')")
    private boolean converting;

    protected LeadProfile() {}

    protected LeadProfile(String number, String owner, String team) {
        super(number, owner, team);
    }

    /** By which a company is found under its spellings; null if there is nothing to find it by. */
    static String companyKey(String company) {
        var key = company == null ? "" : NameKey.of(company);
        return key.isEmpty() ? null : key;
    }

    final void set(LeadFields fields) {
        name = fields.name();
        company = fields.company();
        companyKey = companyKey(company);
        person = fields.person();
        title = fields.title();
        phone = SealedPhone.of(id(), fields.phone(), phone);
        email = SealedEmail.of(id(), fields.email(), email);
        source = fields.source();
        campaignId = fields.campaignId();
        industry = fields.industry();
        region = fields.region();
        interests = fields.interests() == null ? Set.of() : Set.copyOf(fields.interests());
        setBudget(fields.budget());
        score = fields.score();
        remark = fields.remark();
        consents = fields.consents() == null ? List.of() : List.copyOf(fields.consents());
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
    }

    /** An equal amount stays as it is: the database gives it another scale, which would count as a change. */
    private void setBudget(Money money) {
        if (!Objects.equals(money, budget())) {
            budget = money == null ? null : money.amount();
            budgetCurrency = money == null ? null : money.currency();
        }
    }

    final LeadFields fields() {
        return new LeadFields(
                name,
                company,
                person,
                title,
                phone(),
                email(),
                source,
                campaignId,
                industry,
                region,
                interests,
                budget(),
                score,
                remark,
                consents,
                customFields,
                tags);
    }

    /** Empties all that tells who asked, for good. */
    final void forget() {
        name = null;
        company = null;
        companyKey = null;
        person = null;
        title = null;
        phone = null;
        email = null;
        remark = null;
        customFields = CustomFields.NONE;
        tags = Set.of();
        erasedAt = EventLog.now();
    }

    final boolean erased() {
        return erasedAt != null;
    }

    final void requireNotErased() {
        if (erased()) {
            throw new RuleViolation("lead.erased", number());
        }
    }

    /** Fails with 409 while it is being made into a customer. */
    final void requireNotConverting() {
        if (converting) {
            throw new RuleViolation("lead.converting", number());
        }
    }

    /** Fails with 409 if it is erased or being made into a customer. */
    final void requireFree() {
        requireNotErased();
        requireNotConverting();
    }

    /** The texts that tell who asked, by which traces elsewhere are found. */
    final Set<String> knownBy() {
        return Stream.concat(Stream.of(name, person, email()), PhoneNumbers.spellings(phone()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final LeadPersonal personal() {
        return erased() ? null : new LeadPersonal(name, person, phone(), email(), remark, customFields);
    }

    @Override
    public final SearchText searchText() {
        return erased() ? null : SearchText.of(Stream.of(name, company, person), Stream.of(number()));
    }

    final Money budget() {
        return budget == null ? null : new Money(budget, budgetCurrency);
    }

    private String phone() {
        return SealedPhone.text(phone, id());
    }

    private String email() {
        return SealedEmail.text(email, id());
    }
}
