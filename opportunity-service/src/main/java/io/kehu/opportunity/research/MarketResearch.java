package io.kehu.opportunity.research;

import io.kehu.events.CustomFields;
import io.kehu.events.MarketResearchEvent;
import io.kehu.events.MarketResearchState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.Served;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A piece of market research 市场调研: what a customer or a segment needs, and what is known of competitors there. */
@Entity
public class MarketResearch extends CustomerRecord<MarketResearchState> implements Served<ResearchView> {

    static final String NUMBER_PREFIX = "MR";

    /** How it was done. */
    @Schema(name = "ResearchMethod")
    public enum Method {
        INTERVIEW,
        SURVEY,
        DESK,
        PARTNER
    }

    private String name;
    private UUID customerId;
    private String segment;
    private LocalDate researchedOn;

    @Enumerated(EnumType.STRING)
    private Method method;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Need> needs = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Intelligence> intelligence = List.of();

    private String conclusions;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CustomFields customFields = CustomFields.NONE;

    protected MarketResearch() {}

    MarketResearch(String number, String owner, String team, ResearchFields fields) {
        super(number, owner, team);
        set(fields);
    }

    MarketResearchEvent created() {
        return new MarketResearchEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<MarketResearchEvent> update(ResearchFields fields) {
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    private void set(ResearchFields fields) {
        if (fields.customerId() == null && fields.segment() == null) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("customerId", "market-research.of-nobody")));
        }
        name = fields.name();
        customerId = fields.customerId();
        segment = fields.segment();
        researchedOn = fields.researchedOn();
        method = fields.method();
        needs = fields.needs();
        intelligence = fields.intelligence();
        conclusions = fields.conclusions();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
    }

    @Override
    public MarketResearchEvent remove() {
        delete();
        return new MarketResearchEvent.Deleted();
    }

    @Override
    public MarketResearchEvent takeBack() {
        restore();
        return new MarketResearchEvent.Restored();
    }

    @Override
    public MarketResearchEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return updated(Set.of("customerId"));
    }

    @Override
    public MarketResearchEvent updated(Set<String> fields) {
        return new MarketResearchEvent.Updated(fields);
    }

    @Override
    protected MarketResearchEvent ownerChanged(
            String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new MarketResearchEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    ResearchFields fields() {
        return new ResearchFields(
                name, customerId, segment, researchedOn, method, needs, intelligence, conclusions, tags, customFields);
    }

    @Override
    public SearchText searchText() {
        return SearchText.of(Stream.of(name), Stream.of(number()));
    }

    @Override
    public MarketResearchState state() {
        return new MarketResearchState(
                id(),
                number(),
                name,
                owner(),
                team(),
                externalIds(),
                customerId,
                segment,
                researchedOn,
                method.name(),
                needs.stream().map(Need::published).toList(),
                intelligence.stream().map(Intelligence::published).toList(),
                conclusions,
                deleted(),
                collaborators(),
                tags,
                customFields.values());
    }

    @Override
    public ResearchView view() {
        return new ResearchView(state(), lifespan());
    }
}
