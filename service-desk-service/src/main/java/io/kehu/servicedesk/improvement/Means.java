package io.kehu.servicedesk.improvement;

import io.kehu.platform.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** What customers answered on average, as far as the caller may see their answers. */
@ApplicationScoped
class Means {

    private final EntityManager entities;

    Means(EntityManager entities) {
        this.entities = entities;
    }

    /** Of the answers that {@code fields} are about, from {@code from} on and before {@code to}. */
    Mean of(ImprovementFields fields, Instant from, Instant to) {
        var conditions = new ArrayList<>(
                List.of("a.deleted_at is null", "a.kind = ?", "a.answered_at >= ?", "a.answered_at < ?"));
        var values = new ArrayList<Object>(
                List.of(fields.kind().name(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        where("a.customer_id", fields.customerId(), conditions, values);
        where("a.product_id", fields.productId(), conditions, values);
        where("a.ticket_type", fields.ticketType(), conditions, values);
        where("a.ticket_category", fields.ticketCategory(), conditions, values);
        where("a.agent", fields.agent(), conditions, values);
        where("a.questionnaire", fields.questionnaire(), conditions, values);
        var visible = Visibility.current().ofCustomerRecord("a");
        conditions.add(visible.sql());
        values.addAll(visible.parameters());
        if (fields.dimension() != null) {
            values.addFirst(fields.dimension());
        }
        var score = fields.dimension() == null ? "a.score" : "cast(a.scores ->> ? as integer)";
        var sql =
                "select round(avg(told.score), 4), count(told.score) from (select %s as score from survey a where %s) told"
                        .formatted(score, String.join(" and ", conditions));
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return read(statement, values);
            }
        });
    }

    private static void where(String column, Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
    }

    private static Mean read(PreparedStatement statement, List<Object> values) throws SQLException {
        for (var index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
        try (var row = statement.executeQuery()) {
            row.next();
            BigDecimal score = row.getBigDecimal(1);
            return new Mean(score == null ? null : score.stripTrailingZeros(), row.getInt(2));
        }
    }
}
