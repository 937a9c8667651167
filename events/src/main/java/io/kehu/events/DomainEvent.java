package io.kehu.events;

/** A fact that has happened to one aggregate. Each family lists its whole vocabulary in one sealed interface. */
public sealed interface DomainEvent
        permits CustomerEvent,
                ContactEvent,
                OpportunityEvent,
                LeadEvent,
                CompetitorEvent,
                CampaignEvent,
                CampaignMemberEvent,
                MarketResearchEvent,
                TargetEvent,
                LostReasonEvent,
                ActivityEvent,
                TicketEvent,
                SurveyEvent,
                SlaEvent,
                ImprovementEvent,
                VisitEvent,
                ProductEvent,
                ContractEvent {}
