package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import io.kehu.platform.access.Caller;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.priority.PriorityMatrices;
import io.kehu.servicedesk.queue.Candidates;
import io.kehu.servicedesk.queue.GroupAssignment;
import io.kehu.servicedesk.reference.ContractTerms;
import io.kehu.servicedesk.reference.Entitlement;
import io.kehu.servicedesk.sla.SlaPolicies;
import io.kehu.servicedesk.type.TicketTypes;
import io.kehu.servicedesk.type.TypeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes new tickets: what they are entitled to, what they are promised and who gets them is settled when they are opened. */
@ApplicationScoped
class TicketOpening {

    private final Numbers numbers;
    private final TicketTypes types;
    private final PriorityMatrices priorities;
    private final ContractTerms contracts;
    private final SlaPolicies policies;
    private final GroupAssignment groups;
    private final Company company;

    TicketOpening(
            Numbers numbers,
            TicketTypes types,
            PriorityMatrices priorities,
            ContractTerms contracts,
            SlaPolicies policies,
            GroupAssignment groups,
            Company company) {
        this.numbers = numbers;
        this.types = types;
        this.priorities = priorities;
        this.contracts = contracts;
        this.policies = policies;
        this.groups = groups;
        this.company = company;
    }

    /** Who may be given a ticket of these fields when it is opened; null if nobody is by itself. Before a transaction opens. */
    Candidates candidates(TicketFields fields) {
        return groups.candidates(types.of(fields.type()).defaultGroup());
    }

    Ticket open(TicketFields fields, Candidates candidates) {
        var settings = types.ofNew(fields.type());
        requireAll(settings.missing(fields));
        var caller = Caller.current();
        var ticket = new Ticket(
                numbers.next(Ticket.NUMBER_PREFIX),
                caller.username(),
                caller.team(),
                settings.complete(fields),
                priorities.current());
        ticket.entitled(entitlement(settings, fields).map(Enum::name).orElse(null));
        policies.choose(ticket.state(), settings.slaPolicy())
                .ifPresent(policy -> ticket.promise(policy.key(), policy.version()));
        if (settings.defaultGroup() != null) {
            var assignee = groups.next(candidates, ticket.state()).orElse(null);
            ticket.queue(settings.defaultGroup(), assignee, candidates == null ? null : candidates.team());
        }
        return ticket;
    }

    /** Changes fields by the same rules; what was missing before, because the rules were others, may go on missing. */
    Optional<TicketEvent> change(Ticket ticket, TicketFields wanted) {
        var before = ticket.fields();
        var settings =
                Objects.equals(before.type(), wanted.type()) ? types.of(wanted.type()) : types.ofNew(wanted.type());
        requireAll(settings.missing(wanted).stream()
                .filter(field -> !settings.missing(before).contains(field))
                .toList());
        if (Objects.equals(before.contractId(), wanted.contractId())) {
            return ticket.update(wanted, priorities.current());
        }
        var entitlement = entitlement(settings, wanted);
        var changed = ticket.update(wanted, priorities.current());
        ticket.entitled(entitlement.map(Enum::name).orElse(null));
        return changed;
    }

    private static void requireAll(List<String> missing) {
        if (!missing.isEmpty()) {
            throw ServiceRequest.missing(missing.toArray(String[]::new));
        }
    }

    /** What the contract gives today, if the ticket names one. */
    private Optional<Entitlement> entitlement(TypeSettings settings, TicketFields fields) {
        var entitlement = contracts.of(fields.contractId(), LocalDate.now(company.zone()));
        if (settings.needsContract()
                && entitlement.filter(Entitlement.ENTITLED::equals).isEmpty()) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("contractId", "ticket.contract-not-in-force")));
        }
        return entitlement;
    }
}
