package io.kehu.opportunity.lead;

import io.kehu.events.Origin;
import io.kehu.opportunity.NewDeal;
import io.kehu.opportunity.Opportunities;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes leads into customers, contacts and deals, over two services and without a transaction over both: what is wanted is
 * stored first; customer-service keeps one customer and one contact of each lead, whoever asks and however often; the deal
 * and the end of the lead are one transaction here. So a crash at any step is made good by going through all again.
 */
@ApplicationScoped
class LeadConversions {

    private final LeadRepository leads;
    private final ConversionTable table;
    private final CustomerServiceClient customers;
    private final Opportunities opportunities;
    private final EventLog events;

    LeadConversions(
            LeadRepository leads,
            ConversionTable table,
            CustomerServiceClient customers,
            Opportunities opportunities,
            EventLog events) {
        this.leads = leads;
        this.table = table;
        this.customers = customers;
        this.opportunities = opportunities;
        this.events = events;
    }

    /**
     * Fails with 409 telling whom the customer that the lead would become likely is.
     *
     * @param asker {@code Authorization} of the current caller, who learns only of those that he may see
     */
    void requireNew(UUID leadId, ConvertLead command, String asker) {
        var fields = QuarkusTransaction.requiringNew().call(() -> {
            var lead = leads.require(leadId);
            lead.requireAllowed();
            return isBegun(leadId) ? null : new ConvertedFields(lead.number(), lead.fields(), command);
        });
        if (fields == null || customers.knows("customers", leadId)) {
            return;
        }
        var found = customers.duplicates(fields.sought(), asker);
        var items = found.path("items").size();
        var others = found.path("others").asInt();
        if (items + others > 0) {
            throw Conflict.telling(found, "lead.customer-duplicate", items, others);
        }
    }

    private boolean isBegun(UUID leadId) {
        return table.find(leadId)
                .filter(found -> found.view().status() != ConversionStatus.REFUSED)
                .isPresent();
    }

    /** Stores what the current caller wants, unless the lead is being converted already. */
    Conversion begin(UUID leadId, ConvertLead command) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var lead = leads.require(leadId);
            lead.requireAllowed();
            if (!isBegun(leadId)) {
                lead.requireConvertible();
                var owner = lead.owner().equals(Lead.NOBODY) ? Caller.current().username() : lead.owner();
                if (command.opens()) {
                    opportunities.requireComplete(owner, lead.team(), trial(lead, command));
                }
                table.begin(leadId, command, owner, lead.team());
            }
            var conversion = table.find(leadId).orElseThrow();
            if (conversion.underWay() && !conversion.command().equals(command)) {
                throw new RuleViolation("lead.converting", lead.number());
            }
            return conversion;
        });
    }

    /** The deal as it will be, under ids that stand for those of customer and contact. */
    private static NewDeal trial(Lead lead, ConvertLead command) {
        var fields = new ConvertedFields(lead.number(), lead.fields(), command);
        return fields.deal(lead.id(), fields.hasContact() ? lead.id() : command.contactId());
    }

    ConversionView get(UUID leadId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            leads.requireReadable(leadId);
            return table.find(leadId)
                    .orElseThrow(() -> new NotFound("conversion", leadId))
                    .view();
        });
    }

    /** Goes on as far as it can with what {@link #begin} has stored. */
    ConversionView resume(Conversion conversion, Origin origin) {
        if (!conversion.underWay()) {
            return conversion.view();
        }
        var leadId = conversion.leadId();
        var actor = new Caller(
                conversion.view().actor(),
                conversion.actorTeam(),
                Scope.ALL,
                Set.of(Caller.PERSONAL_DATA),
                origin,
                "lead-conversion:" + leadId);
        return actor.call(() -> {
            try {
                convert(conversion);
            } catch (Unavailable away) {
                QuarkusTransaction.requiringNew().run(() -> table.postpone(leadId));
            } catch (CustomerServiceClient.Refused | DomainProblem refused) {
                QuarkusTransaction.requiringNew().run(() -> refuse(conversion, refused.getMessage()));
            }
            return QuarkusTransaction.requiringNew()
                    .call(() -> table.find(leadId).orElseThrow().view());
        });
    }

    private void refuse(Conversion conversion, String problem) {
        table.lock(conversion.leadId())
                .filter(conversion::goesOnIn)
                .ifPresent(_ -> table.refuse(conversion.leadId(), problem));
    }

    private void convert(Conversion conversion) throws CustomerServiceClient.Refused {
        var fields = QuarkusTransaction.requiringNew().call(() -> {
            var lead = leads.requireReadable(conversion.leadId());
            lead.requireConvertible();
            return new ConvertedFields(lead.number(), lead.fields(), conversion.command());
        });
        var command = conversion.command();
        var customerId = command.customerId() == null
                ? customers.ensure("customers", conversion, fields.customer(), ConvertedFields.DOUBTFUL)
                : command.customerId();
        var contactId = command.contactId() == null && fields.hasContact()
                ? customers.ensure("contacts", conversion, fields.contact(customerId), List.of())
                : command.contactId();
        QuarkusTransaction.requiringNew().run(() -> finish(conversion, fields, customerId, contactId));
    }

    private void finish(Conversion conversion, ConvertedFields fields, UUID customerId, UUID contactId) {
        var leadId = conversion.leadId();
        if (table.lock(leadId).filter(conversion::goesOnIn).isEmpty()) {
            return;
        }
        var changes = new ArrayList<Change>();
        if (conversion.command().opens()) {
            changes.add(
                    opportunities.opened(conversion.owner(), conversion.team(), fields.deal(customerId, contactId)));
        }
        var opportunityId =
                changes.isEmpty() ? null : changes.getFirst().aggregate().id();
        var lead = leads.requireReadable(leadId);
        changes.add(Change.now(lead, lead.convert(customerId, contactId, opportunityId)));
        events.record(changes);
        table.complete(leadId, customerId, contactId, opportunityId);
    }
}
