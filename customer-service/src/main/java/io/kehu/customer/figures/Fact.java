package io.kehu.customer.figures;

import io.kehu.customer.PurchasedProduct;
import io.kehu.events.ActivityState;
import io.kehu.events.AggregateState;
import io.kehu.events.ContractState;
import io.kehu.events.EventJson;
import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one record of another context says of a customer.
 *
 * @param counts   whether it is one of those that figures count: an activity that has happened, an open opportunity, a
 *                 signed contract, an open ticket, an answered survey
 * @param label    kind of the activity, stage of the opportunity, status of the contract
 * @param progress chance of winning in percent
 * @param details  results of the activity, products of the contract
 */
record Fact(
        UUID id,
        String kind,
        long version,
        UUID customerId,
        Instant happenedAt,
        boolean counts,
        String label,
        Money amount,
        Integer progress,
        Integer score,
        Instant endedAt,
        LocalDate endsOn,
        Collection<?> details) {

    private static final Set<String> SIGNED = Set.of("SIGNED", "IN_PROGRESS", "COMPLETED", "TERMINATED", "EXPIRED");
    private static final String SATISFACTION = "CSAT";
    private static final Set<String> SERVED = Set.of("RESOLVED", "CLOSED", "REJECTED", "DUPLICATE", "CANCELLED");

    private static final String UPSERT = """
            insert into customer_fact as f (id, kind, version, customer_id, happened_at, counts, label, amount, currency,
              progress, score, ended_at, ends_on, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (id) do update set version = excluded.version, customer_id = excluded.customer_id,
              happened_at = excluded.happened_at, counts = excluded.counts, label = excluded.label,
              amount = excluded.amount, currency = excluded.currency, progress = excluded.progress,
              score = excluded.score, ended_at = excluded.ended_at, ends_on = excluded.ends_on, details = excluded.details
            where f.version < excluded.version""";

    /** What {@code state} says of a customer, or null if it is of a kind that says nothing. */
    static Fact of(AggregateState state, long version, ZoneId zone) {
        return switch (state) {
            case ActivityState activity -> of(activity, version);
            case OpportunityState opportunity -> of(opportunity, version);
            case ContractState contract -> of(contract, version, zone);
            case TicketState ticket -> of(ticket, version);
            case SurveyState survey -> of(survey, version);
            default -> null;
        };
    }

    private static Fact of(ActivityState activity, long version) {
        var counts = !activity.deleted() && activity.happenedAt() != null;
        return new Fact(
                activity.id(),
                "activity",
                version,
                activity.customerId(),
                activity.happenedAt(),
                counts,
                activity.type(),
                null,
                null,
                null,
                null,
                null,
                activity.results());
    }

    private static Fact of(OpportunityState opportunity, long version) {
        var stage = opportunity.stage();
        var open = !opportunity.deleted() && stage != null && stage.kind().equals("OPEN");
        var probability = opportunity.probability() != null || stage == null
                ? opportunity.probability()
                : Integer.valueOf(stage.probability());
        return new Fact(
                opportunity.id(),
                "opportunity",
                version,
                opportunity.customerId(),
                opportunity.openedAt(),
                open,
                stage == null ? null : stage.name(),
                opportunity.amount(),
                probability,
                null,
                opportunity.deleted() ? null : opportunity.closedAt(),
                null,
                null);
    }

    private static Fact of(ContractState contract, long version, ZoneId zone) {
        var signedOn = contract.signedOn();
        return new Fact(
                contract.id(),
                "contract",
                version,
                contract.customerId(),
                signedOn == null ? null : signedOn.atStartOfDay(zone).toInstant(),
                !contract.deleted() && signedOn != null && SIGNED.contains(contract.status()),
                contract.status(),
                contract.amount(),
                null,
                null,
                null,
                contract.endsOn(),
                contract.lines() == null
                        ? null
                        : contract.lines().stream()
                                .filter(line -> line.productId() != null)
                                .map(line -> new PurchasedProduct(line.productId(), line.product()))
                                .distinct()
                                .toList());
    }

    private static Fact of(TicketState ticket, long version) {
        return new Fact(
                ticket.id(),
                "ticket",
                version,
                ticket.customerId(),
                ticket.openedAt(),
                !ticket.deleted() && !SERVED.contains(ticket.status()),
                ticket.status(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Feedback is told on one scale, so only answers about satisfaction count. */
    private static Fact of(SurveyState survey, long version) {
        return new Fact(
                survey.id(),
                "survey",
                version,
                survey.customerId(),
                survey.answeredAt(),
                !survey.deleted()
                        && SATISFACTION.equals(survey.kind())
                        && survey.score() != null
                        && survey.answeredAt() != null,
                survey.kind(),
                null,
                null,
                survey.score(),
                null,
                null,
                null);
    }

    static void write(Connection connection, Collection<Fact> facts) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT)) {
            for (var fact : facts) {
                fact.bind(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        var column = 0;
        statement.setObject(++column, id);
        statement.setString(++column, kind);
        statement.setLong(++column, version);
        statement.setObject(++column, customerId);
        statement.setObject(++column, happenedAt == null ? null : happenedAt.atOffset(ZoneOffset.UTC));
        statement.setBoolean(++column, counts);
        statement.setString(++column, label);
        statement.setBigDecimal(++column, amount == null ? null : amount.amount());
        statement.setString(++column, amount == null ? null : amount.currency());
        statement.setObject(++column, progress, Types.INTEGER);
        statement.setObject(++column, score, Types.INTEGER);
        statement.setObject(++column, endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC));
        statement.setObject(++column, endsOn);
        statement.setString(++column, EventJson.write(details == null ? List.of() : details));
    }
}
