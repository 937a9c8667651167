package io.kehu.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of aggregate that publishes, with its vocabulary: the one catalogue that codec, documents and tests read. */
public enum EventFamily {
    CUSTOMER(Context.CUSTOMER, CustomerEvent.class, CustomerState.class),
    CONTACT(Context.CUSTOMER, ContactEvent.class, ContactState.class),
    OPPORTUNITY(Context.OPPORTUNITY, OpportunityEvent.class, OpportunityState.class),
    LEAD(Context.OPPORTUNITY, LeadEvent.class, LeadState.class),
    COMPETITOR(Context.OPPORTUNITY, CompetitorEvent.class, CompetitorState.class),
    CAMPAIGN(Context.OPPORTUNITY, CampaignEvent.class, CampaignState.class),
    CAMPAIGN_MEMBER(Context.OPPORTUNITY, CampaignMemberEvent.class, CampaignMemberState.class),
    MARKET_RESEARCH(Context.OPPORTUNITY, MarketResearchEvent.class, MarketResearchState.class),
    TARGET(Context.OPPORTUNITY, TargetEvent.class, TargetState.class),
    LOST_REASON(Context.OPPORTUNITY, LostReasonEvent.class, LostReasonState.class),
    ACTIVITY(Context.ACTIVITY, ActivityEvent.class, ActivityState.class),
    TICKET(Context.SERVICE_DESK, TicketEvent.class, TicketState.class),
    SURVEY(Context.SERVICE_DESK, SurveyEvent.class, SurveyState.class),
    SLA(Context.SERVICE_DESK, SlaEvent.class, SlaState.class),
    IMPROVEMENT(Context.SERVICE_DESK, ImprovementEvent.class, ImprovementState.class),
    VISIT(Context.SERVICE_DESK, VisitEvent.class, VisitState.class),
    PRODUCT(Context.CONTRACT, ProductEvent.class, ProductState.class),
    CONTRACT(Context.CONTRACT, ContractEvent.class, ContractState.class);

    private final Context context;
    private final Class<? extends DomainEvent> events;
    private final Class<? extends AggregateState> state;
    private final Map<String, Class<?>> eventsByType;

    EventFamily(Context context, Class<? extends DomainEvent> events, Class<? extends AggregateState> state) {
        this.context = context;
        this.events = events;
        this.state = state;
        this.eventsByType = Arrays.stream(events.getPermittedSubclasses())
                .filter(type -> !type.getSimpleName().equals("Unknown"))
                .collect(Collectors.toUnmodifiableMap(this::type, type -> type));
    }

    public static EventFamily of(DomainEvent event) {
        return Stream.of(values())
                .filter(family -> family.events.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    /** The family of an event type such as {@code opportunity.stage-changed}, also of a type not known yet. */
    public static EventFamily ofType(String type) {
        var aggregate = type.substring(0, Math.max(0, type.indexOf('.')));
        return Stream.of(values())
                .filter(family -> family.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event family for type " + type));
    }

    public Context context() {
        return context;
    }

    /** The aggregate's name in event types, for instance {@code opportunity} or {@code campaign-member}. */
    public String aggregate() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Class<? extends AggregateState> state() {
        return state;
    }

    /** Every event type of this family with the record that carries its data. */
    public Map<String, Class<?>> eventsByType() {
        return eventsByType;
    }

    public String type(DomainEvent event) {
        return type(event.getClass());
    }

    private String type(Class<?> event) {
        var words = event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return aggregate() + "." + words.toLowerCase(Locale.ROOT);
    }
}
