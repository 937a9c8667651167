package io.kehu.reporting.projection;

import io.kehu.events.SlaState;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketState;

/** What the records of service-desk-service are like now, as far as reports need it. */
final class ServiceDeskStates {

    static final StateTable<TicketState> TICKETS = StateTable.of(TicketState.class, "ticket")
            .with("customer_id", TicketState::customerId)
            .with("product_id", TicketState::productId)
            .with("type", TicketState::type)
            .with("category", TicketState::category)
            .with("priority", TicketState::priority)
            .with("status", TicketState::status)
            .with("assignee", TicketState::assignee)
            .with("opened_at", TicketState::openedAt)
            .with("resolved_at", TicketState::resolvedAt)
            .with("closed_at", TicketState::closedAt)
            .with("sla_met", TicketState::slaMet)
            .with("contract_id", TicketState::contractId)
            .with("channel", TicketState::channel)
            .with("support_group", TicketState::group)
            .with("root_cause", TicketState::rootCause)
            .with("resolution_code", TicketState::resolutionCode)
            .with("reopen_count", TicketState::reopenCount)
            .with("first_responded_at", TicketState::firstRespondedAt);

    static final StateTable<SlaState> CLOCKS = StateTable.of(SlaState.class, "sla")
            .with("ticket_id", SlaState::ticketId)
            .with("kind", SlaState::kind)
            .with("round", SlaState::round)
            .with("policy", SlaState::policy)
            .with("target_minutes", SlaState::targetMinutes)
            .with("source", SlaState::source)
            .with("status", SlaState::status)
            .with("verdict", SlaState::verdict)
            .with("started_at", SlaState::startedAt)
            .with("due_at", SlaState::dueAt)
            .with("breached_at", SlaState::breachedAt)
            .with("ended_at", SlaState::endedAt)
            .with("used_minutes", SlaState::usedMinutes);

    static final StateTable<SurveyState> SURVEYS = StateTable.of(SurveyState.class, "survey")
            .with("kind", SurveyState::kind)
            .with("ticket_id", SurveyState::ticketId)
            .with("customer_id", SurveyState::customerId)
            .with("agent", SurveyState::agent)
            .with("ticket_type", SurveyState::ticketType)
            .with("priority", SurveyState::priority)
            .with("status", SurveyState::status)
            .with("score", SurveyState::score)
            .with("scores", SurveyState::scores)
            .with("sent_at", SurveyState::sentAt)
            .with("answered_at", SurveyState::answeredAt)
            .with("questionnaire", SurveyState::questionnaire)
            .with("occasion", SurveyState::occasion)
            .with("contract_id", SurveyState::contractId)
            .with("product_id", SurveyState::productId)
            .with("ticket_category", SurveyState::ticketCategory)
            .with("answered_by", SurveyState::answeredBy)
            .with("detractor", SurveyState::detractor);

    private ServiceDeskStates() {}
}
