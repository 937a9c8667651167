package io.kehu.servicedesk.improvement;

import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.References;
import io.kehu.servicedesk.Tickets;
import io.kehu.servicedesk.survey.Surveys;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Judges what an improvement action names; asked before a transaction opens. What it names already may stay. */
@ApplicationScoped
class ImprovementReferences {

    private final References references;
    private final Tickets tickets;
    private final Surveys surveys;
    private final TicketTypes types;

    ImprovementReferences(References references, Tickets tickets, Surveys surveys, TicketTypes types) {
        this.references = references;
        this.tickets = tickets;
        this.surveys = surveys;
        this.types = types;
    }

    ImprovementFields settled(ImprovementFields fields) {
        require("surveys", "survey", Set.of(), fields.surveys(), surveys::find);
        require("tickets", "ticket", Set.of(), fields.tickets(), tickets::find);
        types.requireKnown("ticketType", fields.ticketType());
        references.require("productId", EventFamily.PRODUCT, fields.productId());
        return fields.ofCustomer(references.require("customerId", EventFamily.CUSTOMER, fields.customerId()));
    }

    /** The customer of it; 422 for what the caller may not see. */
    UUID customer(ImprovementFields before, ImprovementFields after) {
        require("surveys", "survey", before.surveys(), after.surveys(), surveys::find);
        require("tickets", "ticket", before.tickets(), after.tickets(), tickets::find);
        if (!Objects.equals(before.ticketType(), after.ticketType())) {
            types.requireKnown("ticketType", after.ticketType());
        }
        if (!Objects.equals(before.productId(), after.productId())) {
            references.require("productId", EventFamily.PRODUCT, after.productId());
        }
        return Objects.equals(before.customerId(), after.customerId())
                ? after.customerId()
                : references.require("customerId", EventFamily.CUSTOMER, after.customerId());
    }

    private static void require(
            String field,
            String kind,
            Set<UUID> before,
            Set<UUID> after,
            Function<Collection<UUID>, ? extends List<? extends Aggregate<?>>> find) {
        var unknown = new HashSet<>(after);
        unknown.removeAll(before);
        if (!unknown.isEmpty()) {
            find.apply(Set.copyOf(unknown)).forEach(found -> unknown.remove(found.id()));
        }
        if (!unknown.isEmpty()) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField(
                            field, "reference.unknown", kind, unknown.iterator().next())));
        }
    }
}
