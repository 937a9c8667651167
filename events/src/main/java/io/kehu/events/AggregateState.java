package io.kehu.events;

import java.util.List;
import java.util.UUID;

/**
 * An aggregate after an event, as published: add-only, without personal data, at most 512 KiB as JSON.
 * What every aggregate has is declared here, so that any consumer can keep a reference to any of them.
 */
public sealed interface AggregateState
        permits CustomerState,
                ContactState,
                OpportunityState,
                LeadState,
                CompetitorState,
                CampaignState,
                CampaignMemberState,
                MarketResearchState,
                TargetState,
                LostReasonState,
                ActivityState,
                TicketState,
                SurveyState,
                SlaState,
                ImprovementState,
                VisitState,
                ProductState,
                ContractState {

    UUID id();

    /** Business number, unique within its kind, for instance {@code C20260315001}. */
    String number();

    /** What a person calls it, or null where that would be personal data. */
    String name();

    /** Username of the owner 负责人, or null for what nobody owns. */
    String owner();

    /** Keycloak group path of the owning team 所属部门, or null. */
    String team();

    List<ExternalId> externalIds();

    /** With whom it is shared 协作人; null in states of before there were shares. */
    default List<Collaborator> collaborators() {
        return List.of();
    }

    /** The customer that it hangs on, or null. */
    default UUID customerId() {
        return null;
    }

    /** The record that it has been merged into, or null. */
    default UUID mergedInto() {
        return null;
    }

    boolean deleted();
}
