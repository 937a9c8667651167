package io.kehu.servicedesk;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.servicedesk.reference.ContractTerms;
import io.kehu.servicedesk.sla.SlaPolicies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes new tickets: what they are entitled to and promised is settled when they are opened. */
@ApplicationScoped
class TicketOpening {

    private final Numbers numbers;
    private final ContractTerms contracts;
    private final SlaPolicies policies;
    private final ZoneId zone;

    TicketOpening(
            Numbers numbers,
            ContractTerms contracts,
            SlaPolicies policies,
            @ConfigProperty(name = "kehu.numbers.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.numbers = numbers;
        this.contracts = contracts;
        this.policies = policies;
        this.zone = zone;
    }

    Ticket open(TicketFields fields) {
        var caller = Caller.current();
        var ticket = new Ticket(numbers.next(Ticket.NUMBER_PREFIX), caller.username(), caller.team(), fields);
        entitle(ticket);
        policies.choose(ticket.state(), null)
                .ifPresent(policy -> ticket.promise(policy.key(), policy.version()));
        return ticket;
    }

    /** Looks at the contract that the ticket names, as it stands today. */
    void entitle(Ticket ticket) {
        var entitlement = contracts.of(ticket.fields().contractId(), LocalDate.now(zone));
        ticket.entitled(entitlement.map(Enum::name).orElse(null));
    }
}
