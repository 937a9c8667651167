package io.kehu.platform.listing;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.search.NewestRows;
import io.kehu.platform.search.SearchIndex;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** What {@code q} of a list means: a condition on the rows. */
final class TextSearch<E> {

    private final HibernateCriteriaBuilder builder;
    private final Root<E> row;
    private final Map<String, SealedField> sealed;
    private final SealedQuestions questions;

    TextSearch(CriteriaBuilder builder, Root<E> row, Map<String, SealedField> sealed, SealedQuestions questions) {
        this.builder = (HibernateCriteriaBuilder) builder;
        this.row = row;
        this.sealed = sealed;
        this.questions = questions;
    }

    /** A part of one of the fields. */
    Predicate inFields(List<String> fields, String text) {
        if (fields.isEmpty()) {
            throw new BadRequest("search.unsupported");
        }
        var pattern = "%" + RsqlFilter.escape(text.toLowerCase(Locale.ROOT)) + "%";
        var found = new ArrayList<Predicate>();
        fields.forEach(field -> found.add(builder.like(builder.lower(row.get(field)), pattern, '\\')));
        addSealed(text, found);
        return builder.or(found.toArray(Predicate[]::new));
    }

    /**
     * What the index finds. Its hits are taken first, because a plan that walks the rows in order is a thousand times slower
     * for a rare name; where there are too many to be taken, the rows are compared one by one.
     *
     * @param newest null if other than the newest hits may stand on the page
     */
    Predicate inIndex(EntityManager entities, String type, String text, NewestRows newest) {
        var judgedAlone = StandaloneRecord.class.isAssignableFrom(row.getJavaType());
        var hits = entities.unwrap(Session.class)
                .doReturningWork(connection ->
                        SearchIndex.find(connection, type, text, judgedAlone ? Visibility.current() : null, newest));
        var found = new ArrayList<Predicate>();
        found.add(hits.enough() ? isOneOf(hits.ids()) : matches(type, text));
        sealed.values().stream()
                .filter(field -> field.index().recognises(text))
                .forEach(field -> found.add(inSealed(entities, field, questions.ask(field, text))));
        return builder.or(found.toArray(Predicate[]::new));
    }

    /** Rows with such a phone or e-mail, taken first for the same reason. */
    private Predicate inSealed(EntityManager entities, SealedField field, List<Long> asked) {
        var query = builder.createQuery(UUID.class);
        var candidate = query.from(row.getModel());
        query.select(candidate.get("id")).where(field.isOneOf(builder, candidate, asked));
        var ids = entities.createQuery(query)
                .setMaxResults(SearchIndex.MOST_HITS + 1)
                .getResultList();
        return ids.size() > SearchIndex.MOST_HITS ? field.isOneOf(builder, row, asked) : isOneOf(ids);
    }

    private Predicate isOneOf(List<UUID> ids) {
        return builder.isTrue(
                builder.sql("? = any(?)", Boolean.class, row.get("id"), builder.value(ids.toArray(UUID[]::new))));
    }

    private Predicate matches(String type, String text) {
        var condition = SearchIndex.condition(type, text);
        var values = new ArrayList<Expression<?>>();
        values.add(row.get("id"));
        condition.parameters().forEach(value -> values.add(builder.value(value)));
        return builder.isTrue(
                builder.sql("? in (" + condition.sql() + ")", Boolean.class, values.toArray(Expression[]::new)));
    }

    private void addSealed(String text, List<Predicate> found) {
        sealed.values().stream()
                .filter(field -> field.index().recognises(text))
                .forEach(field -> found.add(field.isOneOf(builder, row, questions.ask(field, text))));
    }
}
