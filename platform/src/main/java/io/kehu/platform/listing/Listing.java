package io.kehu.platform.listing;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldFilter;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.listing.SortOrder.Part;
import io.kehu.platform.listing.VisibleRows.Extent;
import io.kehu.platform.personal.BlindIndex;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.personal.SearchAllowance;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.search.NewestRows;
import io.kehu.platform.search.SearchIndex;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * What can be listed of one kind of aggregate: the fields that may be filtered, sorted and searched, and nothing else. Pages
 * go by key, so the last is as fast as the first. Rows that the caller may not see are kept out by the filter that is on for
 * every query.
 */
public final class Listing<E extends Aggregate<?>> {

    private static final int COUNT_CEILING = 10_000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int PART_TIMEOUT_MILLIS = 30_000;

    private final Class<E> entity;
    private final Set<String> filters =
            new TreeSet<>(Set.of("id", "number", "createdAt", "createdBy", "updatedAt", "updatedBy"));
    private final Set<String> sorts = new TreeSet<>(Set.of("createdAt", "updatedAt", "number"));
    private final Map<String, SealedField> sealed = new TreeMap<>();
    private final Map<String, Function<String, Collection<String>>> wholes = new TreeMap<>();
    private List<String> searched = List.of();
    private final Map<String, String> members = new TreeMap<>();
    private final Map<String, String> lacking = new TreeMap<>();
    private String indexed;
    private CustomFieldFilter custom;
    private RowSecrets secrets = RowSecrets.NONE;
    private volatile RequiredFields required;

    private Listing(Class<E> entity) {
        this.entity = entity;
    }

    /** Every list can be filtered and sorted by the fields that all aggregates have. */
    public static <E extends Aggregate<?>> Listing<E> of(Class<E> entity) {
        return new Listing<>(entity);
    }

    public Listing<E> filters(String... fields) {
        filters.addAll(List.of(fields));
        return this;
    }

    public Listing<E> sorts(String... fields) {
        sorts.addAll(List.of(fields));
        return this;
    }

    /** Fields in which {@code q} is looked for, as a part of the text. */
    public Listing<E> searches(String... fields) {
        searched = List.of(fields);
        return this;
    }

    /** {@code q} is looked for in the {@link SearchIndex}: the records say their own {@code searchText}. */
    public Listing<E> searchesIndex(EventFamily family) {
        indexed = family.aggregate();
        return this;
    }

    /** A field whose values may be wholes with parts: a filter on a whole finds its parts as well. */
    public Listing<E> wholes(String field, Function<String, Collection<String>> withParts) {
        filters.add(field);
        wholes.put(field, withParts);
        return this;
    }

    /**
     * A list of parts kept as JSON: a filter finds the rows of which a part has a value under {@code key}.
     *
     * @param field the list; to filter by more than one key of it, with a dot and a further name
     */
    public Listing<E> members(String field, String key) {
        members.put(field, key);
        return this;
    }

    /** A list of texts kept as JSON: a filter finds the rows that have one of them. */
    public Listing<E> texts(String field) {
        members.put(field, null);
        return this;
    }

    /**
     * Says in a filter by {@code field} what holds of all rows with {@code value} in it anyway: they have no
     * {@code attribute}. So an index on the rows without it serves the filter, where the value stands in another table.
     */
    public Listing<E> lacking(String attribute, String field, Enum<?> value) {
        lacking.put(field + "==" + value.name(), attribute);
        return this;
    }

    /** The company's own fields of a resource, as {@code custom.key}; the entity has them in {@code customFields}. */
    public Listing<E> customFields(CustomFieldRules rules, String resource) {
        custom = new CustomFieldFilter(rules, resource);
        return this;
    }

    /** A {@link SealedPhone}, found by the whole number or as {@code .last4} by its end, and by {@code q} likewise. */
    public Listing<E> phones(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.PHONE));
        sealed.put(field + ".last4", new SealedField(field + ".lastDigits", BlindIndex.LAST_DIGITS));
        return this;
    }

    /** Several phones in one field, each found as one alone. */
    public Listing<E> manyPhones(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.PHONE, true));
        sealed.put(field + ".last4", new SealedField(field + ".lastDigits", BlindIndex.LAST_DIGITS, true));
        return this;
    }

    /** Several e-mails in one field, each found as one alone. */
    public Listing<E> manyEmails(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.EMAIL, true));
        return this;
    }

    /** A {@link SealedEmail}, found by the whole address, and by {@code q} likewise. */
    public Listing<E> emails(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.EMAIL));
        return this;
    }

    /**
     * Rows can hide fields: the names stand in a JSON list. A row is not found by a field that it hides.
     *
     * @param attribute   the list
     * @param fromCurrent whether anything is hidden from the current caller
     */
    public Listing<E> hides(String attribute, BooleanSupplier fromCurrent) {
        secrets = new RowSecrets(attribute, fromCurrent);
        return this;
    }

    /** The page that is asked for, of rows that are not deleted. */
    public Page<E> page(EntityManager entities, ListRequest request) {
        var limit = request.limit == null ? ListRequest.DEFAULT_LIMIT : request.limit;
        if (limit < 1 || limit > ListRequest.LARGEST_LIMIT) {
            throw new BadRequest("limit.range", ListRequest.LARGEST_LIMIT);
        }
        var found = rows(entities, request, request.cursor, limit, false);
        return new Page<>(found.items(), found.nextCursor(), count(entities, request));
    }

    /**
     * Some of the rows behind {@code position}, for work that goes through a whole list part by part, in a transaction each;
     * what comes is only to be read.
     */
    public Page<E> part(EntityManager entities, ListRequest request, String position, int size) {
        return rows(entities, request, position, size, true);
    }

    private Page<E> rows(EntityManager entities, ListRequest request, String position, int limit, boolean part) {
        var fingerprint = Cursor.fingerprint(request.filter, request.q, request.sort);
        var cursor = position == null ? null : Cursor.parse(position, fingerprint);
        var builder = entities.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var row = query.from(entity);
        var columns = columns(builder, row);
        var order = SortOrder.parse(request.sort, sorts, columns, required(entities));
        var questions = new SealedQuestions();
        var visible = new VisibleRows<>(entity, entities);
        var newest = order.byCreation() && order.descending() && !part
                ? new NewestRows(visible.table(), limit + 1, cursor == null ? null : (UUID) cursor.value(0, UUID.class))
                : null;
        var conditions = conditions(entities, builder, row, request, questions, newest);
        if (!part || cursor == null) {
            SearchAllowance.take(questions.telling());
        }
        var byReason = !hasSearch(request) && (visible.narrow() || order.parts().size() > 1);
        if (byReason) {
            var extent = new Extent(order, cursor, limit + 1, order.byCreation() && conditions.size() == 1);
            conditions = List.of(visible.among(
                    query,
                    row,
                    each -> conditions(entities, builder, each, request, questions, null),
                    each -> columns(builder, each),
                    extent));
        } else {
            conditions.addAll(order.conditions(columns, Part.ALL, cursor));
        }
        query.select(order.selection(columns))
                .where(conditions.toArray(Predicate[]::new))
                .orderBy(order.orders(columns));
        Supplier<List<Tuple>> found = () -> entities.createQuery(query)
                .setMaxResults(limit + 1)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, part ? PART_TIMEOUT_MILLIS : TIMEOUT_MILLIS)
                .setHint(HibernateHints.HINT_READ_ONLY, part)
                .getResultList();
        var rows = byReason && visible.forManyReasons() ? OnePlan.call(entities, found) : found.get();
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var next = more ? SortOrder.cursor(shown.getLast(), fingerprint) : null;
        return new Page<>(shown.stream().map(each -> each.get(0, entity)).toList(), next, null);
    }

    private RequiredFields required(EntityManager entities) {
        var known = required;
        if (known == null) {
            known = RequiredFields.of(entity, entities);
            required = known;
        }
        return known;
    }

    private List<Predicate> conditions(
            EntityManager entities,
            CriteriaBuilder builder,
            Root<E> row,
            ListRequest request,
            SealedQuestions questions,
            NewestRows newest) {
        var conditions = new ArrayList<Predicate>();
        conditions.add(builder.isNull(row.get("deletedAt")));
        if (hasFilter(request)) {
            var filter = new RsqlFilter<>(
                    builder, columns(builder, row), filters, sealed, wholes, members, lacking, questions);
            conditions.add(filter.parse(request.filter));
            conditions.addAll(secrets.kept(builder, row, filter.asked()));
        }
        if (request.sort != null) {
            conditions.addAll(secrets.kept(builder, row, RowSecrets.sorted(request.sort)));
        }
        if (hasSearch(request)) {
            conditions.addAll(secrets.kept(builder, row, recognised(request.q.strip())));
            var search = new TextSearch<>(builder, row, sealed, questions);
            conditions.add(
                    indexed == null
                            ? search.inFields(searched, request.q.strip())
                            : search.inIndex(entities, indexed, request.q.strip(), hasFilter(request), newest));
        }
        return conditions;
    }

    /** The sealed fields that a text is looked for in. */
    private Set<String> recognised(String text) {
        var fields = new TreeSet<String>();
        sealed.forEach((name, field) -> {
            if (field.index().recognises(text)) {
                fields.add(name);
            }
        });
        return fields;
    }

    private Columns<E> columns(CriteriaBuilder builder, Root<E> row) {
        return new Columns<>((HibernateCriteriaBuilder) builder, row, custom);
    }

    private static boolean hasSearch(ListRequest request) {
        return request.q != null && !request.q.isBlank();
    }

    private static boolean hasFilter(ListRequest request) {
        return request.filter != null && !request.filter.isBlank();
    }

    private Page.Total count(EntityManager entities, ListRequest request) {
        return switch (request.count) {
            case null -> null;
            case none -> null;
            case exact -> new Page.Total(rows(entities, request), false);
            case estimate -> {
                var found = ids(entities, request, COUNT_CEILING + 1);
                yield new Page.Total(Math.min(found, COUNT_CEILING), found > COUNT_CEILING);
            }
        };
    }

    private long rows(EntityManager entities, ListRequest request) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(Long.class);
        var row = query.from(entity);
        query.select(builder.count(row)).where(counted(entities, query, row, request));
        return entities.createQuery(query)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, TIMEOUT_MILLIS)
                .getSingleResult();
    }

    private int ids(EntityManager entities, ListRequest request, int most) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(Object.class);
        var row = query.from(entity);
        query.select(row.get("id")).where(counted(entities, query, row, request));
        return entities.createQuery(query)
                .setMaxResults(most)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, TIMEOUT_MILLIS)
                .getResultList()
                .size();
    }

    private Predicate[] counted(
            EntityManager entities, CommonAbstractCriteria query, Root<E> row, ListRequest request) {
        var builder = entities.getCriteriaBuilder();
        var visible = new VisibleRows<>(entity, entities);
        return visible.narrow() && !hasSearch(request)
                ? new Predicate[] {
                    visible.among(
                            query,
                            row,
                            candidate -> conditions(entities, builder, candidate, request, new SealedQuestions(), null))
                }
                : conditions(entities, builder, row, request, new SealedQuestions(), null)
                        .toArray(Predicate[]::new);
    }
}
