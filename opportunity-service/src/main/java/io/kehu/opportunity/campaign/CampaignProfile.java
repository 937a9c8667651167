package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignState;
import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What is planned of a campaign, so that {@link Campaign} itself reads as what it costs and how far it has come. */
@MappedSuperclass
abstract class CampaignProfile extends StandaloneRecord<CampaignState> {

    String name;

    @Enumerated(EnumType.STRING)
    Campaign.Type type;

    String targetAudience;
    LocalDate startsOn;
    LocalDate endsOn;
    private BigDecimal budget;
    private String budgetCurrency;
    String description;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    CustomFields customFields = CustomFields.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Set<String> tags = Set.of();

    protected CampaignProfile() {}

    protected CampaignProfile(String number, String owner, String team) {
        super(number, owner, team);
    }

    final void set(CampaignFields fields) {
        if (fields.startsOn() != null
                && fields.endsOn() != null
                && fields.endsOn().isBefore(fields.startsOn())) {
            throw invalid("endsOn", "campaign.ends-before");
        }
        name = fields.name();
        type = fields.type();
        targetAudience = fields.targetAudience();
        startsOn = fields.startsOn();
        endsOn = fields.endsOn();
        setBudget(fields.budget());
        description = fields.description();
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

    static Invalid invalid(String field, String code, Object... arguments) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code, arguments)));
    }

    final CampaignFields fields() {
        return new CampaignFields(
                name, type, targetAudience, startsOn, endsOn, budget(), description, customFields, tags);
    }

    final Money budget() {
        return budget == null ? null : new Money(budget, budgetCurrency);
    }

    @Override
    public final SearchText searchText() {
        return SearchText.of(Stream.of(name), Stream.of(number()));
    }
}
