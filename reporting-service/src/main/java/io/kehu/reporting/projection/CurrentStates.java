package io.kehu.reporting.projection;

import io.kehu.events.ActivityState;
import io.kehu.events.CampaignMemberState;
import io.kehu.events.CampaignState;
import io.kehu.events.CompetitorState;
import io.kehu.events.ContactState;
import io.kehu.events.ContractState;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.LeadState;
import io.kehu.events.LostReasonState;
import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.events.ProductState;
import io.kehu.events.TargetState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What every record is like now, as far as reports need it. */
final class CurrentStates {

    private static final StateTable<CustomerState> CUSTOMERS = StateTable.of(CustomerState.class, "customer")
            .with("number", CustomerState::number)
            .with("name", CustomerState::name)
            .with("type", CustomerState::type)
            .with("industry", CustomerState::industry)
            .with("country", CustomerState::country)
            .with("province", CustomerState::province)
            .with("city", CustomerState::city)
            .with("source", CustomerState::source)
            .with("level", CustomerState::level)
            .with("lifecycle", CustomerState::lifecycle)
            .with("parent_id", CustomerState::parentId)
            .with("size_band", CustomerState::sizeBand)
            .with("merged_into", CustomerState::mergedInto)
            .with(
                    "tags",
                    state -> state.tags() == null
                            ? List.of()
                            : state.tags().stream().sorted().toList());

    private static final StateTable<ContactState> CONTACTS =
            StateTable.of(ContactState.class, "contact").with("customer_id", ContactState::customerId);

    private static final StateTable<OpportunityState> OPPORTUNITIES = StateTable.of(
                    OpportunityState.class, "opportunity")
            .with("customer_id", OpportunityState::customerId)
            .with(
                    "product_id",
                    state -> state.lines().isEmpty()
                            ? null
                            : state.lines().getFirst().productId())
            .with(
                    "product",
                    state -> state.lines().isEmpty()
                            ? null
                            : state.lines().getFirst().product())
            .with("pipeline", state -> state.stage().pipeline())
            .with("stage", state -> state.stage().code())
            .with("stage_order", state -> state.stage().order())
            .with("kind", state -> state.stage().outcome())
            .with("probability", OpportunityHistory::probability)
            .with("amount", state -> amount(state.amount()))
            .with("currency", state -> currency(state.amount()))
            .with("base_amount", state -> amount(state.baseAmount()))
            .with("base_currency", state -> currency(state.baseAmount()))
            .with("opened_at", OpportunityState::openedAt)
            .with("closed_at", OpportunityState::closedAt)
            .with("contacts", state -> parts(state.contacts()))
            .with("competitors", state -> parts(state.competitors()))
            .with("split", state -> parts(state.split()))
            .with("source", OpportunityState::source)
            .with("lost_reason", OpportunityState::lostReason)
            .with("campaign_id", OpportunityState::campaignId)
            .with("expected_close", OpportunityState::expectedCloseDate)
            .with("forecast_category", state -> state.stage().forecastCategory());

    private static final StateTable<LeadState> LEADS = StateTable.of(LeadState.class, "lead")
            .with("source", LeadState::source)
            .with("campaign_id", LeadState::campaignId)
            .with("industry", LeadState::industry)
            .with("region", LeadState::region)
            .with("form", LeadState::form)
            .with("score", LeadState::score)
            .with("status", LeadState::status)
            .with("status_since", LeadState::statusSince)
            .with("disqualified_reason", LeadState::disqualifiedReason)
            .with("customer_id", LeadState::convertedCustomerId)
            .with("opportunity_id", LeadState::convertedOpportunityId)
            .with("converted_at", LeadState::convertedAt);

    private static final StateTable<ActivityState> ACTIVITIES = StateTable.of(ActivityState.class, "activity")
            .with("type", ActivityState::type)
            .with("happened_at", ActivityState::happenedAt)
            .with("customer_id", ActivityState::customerId)
            .with("opportunity_id", ActivityState::opportunityId);

    private static final StateTable<ProductState> PRODUCTS = StateTable.of(ProductState.class, "product")
            .with("number", ProductState::number)
            .with("name", ProductState::name)
            .with("kind", ProductState::kind)
            .with("category", ProductState::category);

    private static final StateTable<ContractState> CONTRACTS = StateTable.of(ContractState.class, "contract")
            .with("customer_id", ContractState::customerId)
            .with("opportunity_id", ContractState::opportunityId)
            .with("amount", state -> amount(state.amount()))
            .with("currency", state -> currency(state.amount()))
            .with("approval", ContractState::approval)
            .with("status", ContractState::status)
            .with("signed_on", ContractState::signedOn)
            .with("starts_on", ContractState::startsOn)
            .with("ends_on", ContractState::endsOn);

    private static final StateTable<CompetitorState> COMPETITORS =
            StateTable.of(CompetitorState.class, "competitor").with("name", CompetitorState::name);

    private static final StateTable<LostReasonState> LOST_REASONS = StateTable.of(LostReasonState.class, "lost_reason")
            .with("number", LostReasonState::number)
            .with("name", LostReasonState::name)
            .with("chinese_name", LostReasonState::chineseName);

    private static final StateTable<CampaignState> CAMPAIGNS = StateTable.of(CampaignState.class, "campaign")
            .with("number", CampaignState::number)
            .with("name", CampaignState::name)
            .with("type", CampaignState::type)
            .with("status", CampaignState::status)
            .with("starts_on", CampaignState::startsOn)
            .with("ends_on", CampaignState::endsOn)
            .with("budget", state -> amount(state.budget()))
            .with("actual_cost", state -> amount(state.actualCost()))
            .with("currency", state -> currency(state.budget() == null ? state.actualCost() : state.budget()));

    private static final StateTable<CampaignMemberState> CAMPAIGN_MEMBERS = StateTable.of(
                    CampaignMemberState.class, "campaign_member")
            .with("campaign_id", CampaignMemberState::campaignId)
            .with("lead_id", CampaignMemberState::leadId)
            .with("contact_id", CampaignMemberState::contactId)
            .with("invited_at", CampaignMemberState::invitedAt)
            .with("registered_at", CampaignMemberState::registeredAt)
            .with("attended_at", CampaignMemberState::attendedAt)
            .with("responded_at", CampaignMemberState::respondedAt);

    private static final StateTable<TargetState> TARGETS = StateTable.of(TargetState.class, "target")
            .with("subject_kind", TargetState::subjectKind)
            .with("subject", TargetState::subject)
            .with("metric", TargetState::metric)
            .with("year", TargetState::year)
            .with("currency", TargetState::currency)
            .with("months", TargetState::months);

    private CurrentStates() {}

    /** Takes over the newest state of each record, in the order of ids, so that two replicas cannot block each other. */
    static void keep(Connection connection, List<Event> events, boolean replayed) throws SQLException {
        var families = new EnumMap<EventFamily, Map<UUID, Event>>(EventFamily.class);
        for (var event : events) {
            families.computeIfAbsent(EventFamily.ofType(event.metadata().type()), _ -> new TreeMap<>())
                    .merge(event.state().id(), event, CurrentStates::newer);
        }
        for (var family : families.entrySet()) {
            var table = table(family.getKey());
            if (table.isPresent()) {
                table.get().keep(connection, family.getValue().values(), replayed);
            }
        }
    }

    private static Event newer(Event one, Event other) {
        return one.metadata().version() > other.metadata().version() ? one : other;
    }

    /** Empty for what no report tells of. */
    private static Optional<StateTable<?>> table(EventFamily family) {
        return switch (family) {
            case CUSTOMER -> Optional.of(CUSTOMERS);
            case CONTACT -> Optional.of(CONTACTS);
            case OPPORTUNITY -> Optional.of(OPPORTUNITIES);
            case LEAD -> Optional.of(LEADS);
            case SLA -> Optional.of(ServiceDeskStates.CLOCKS);
            case IMPROVEMENT, VISIT -> Optional.empty();
            case ACTIVITY -> Optional.of(ACTIVITIES);
            case TICKET -> Optional.of(ServiceDeskStates.TICKETS);
            case SURVEY -> Optional.of(ServiceDeskStates.SURVEYS);
            case PRODUCT -> Optional.of(PRODUCTS);
            case CONTRACT -> Optional.of(CONTRACTS);
            case COMPETITOR -> Optional.of(COMPETITORS);
            case CAMPAIGN -> Optional.of(CAMPAIGNS);
            case CAMPAIGN_MEMBER -> Optional.of(CAMPAIGN_MEMBERS);
            case TARGET -> Optional.of(TARGETS);
            case LOST_REASON -> Optional.of(LOST_REASONS);
            case MARKET_RESEARCH -> Optional.empty();
        };
    }

    /** States of before there were such parts have none. */
    private static List<?> parts(List<?> parts) {
        return parts == null ? List.of() : parts;
    }

    static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    static String currency(Money money) {
        return money == null ? null : money.currency();
    }
}
