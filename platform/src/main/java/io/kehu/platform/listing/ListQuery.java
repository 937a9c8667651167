package io.kehu.platform.listing;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.RecycleBin;
import io.kehu.platform.listing.SortOrder.Part;
import io.kehu.platform.listing.VisibleRows.Extent;
import io.kehu.platform.personal.SearchAllowance;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.search.NewestRows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** One request of a {@link Listing}. */
final class ListQuery<E extends Aggregate<?>> {

    private static final int COUNT_CEILING = 10_000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int PART_TIMEOUT_MILLIS = 30_000;

    private final Listing<E> listing;
    private final EntityManager entities;
    private final HibernateCriteriaBuilder builder;
    private final ListRequest request;
    private final VisibleRows<E> visible;

    ListQuery(Listing<E> listing, EntityManager entities, ListRequest request) {
        this.listing = listing;
        this.entities = entities;
        this.builder = (HibernateCriteriaBuilder) entities.getCriteriaBuilder();
        RequestedView.apply(entities, listing.entity, request);
        this.request = request;
        this.visible = new VisibleRows<>(listing.entity, entities);
    }

    Page<E> page() {
        var limit = request.limit == null ? ListRequest.DEFAULT_LIMIT : request.limit;
        if (limit < 1 || limit > ListRequest.LARGEST_LIMIT) {
            throw new BadRequest("limit.range", ListRequest.LARGEST_LIMIT);
        }
        var found = rows(request.cursor, limit, false);
        return new Page<>(found.items(), found.nextCursor(), count());
    }

    Page<E> part(String position, int size) {
        return rows(position, size, true);
    }

    @SuppressWarnings("rawtypes")
    private Page<E> rows(String position, int limit, boolean part) {
        var fingerprint = Cursor.fingerprint(request.filter, request.q, request.sort, request.deleted);
        var cursor = position == null ? null : Cursor.parse(position, fingerprint);
        var query = builder.createQuery(List.class);
        var row = query.from(listing.entity);
        var columns = columns(row);
        var order = SortOrder.parse(request.sort, listing.sorts, columns, listing.required(entities));
        var questions = new SealedQuestions();
        var newest = order.byCreation() && order.descending() && !part
                ? new NewestRows(visible.table(), limit + 1, cursor == null ? null : (UUID) cursor.value(0, UUID.class))
                : null;
        var conditions = conditions(row, questions, newest);
        if (!part || cursor == null) {
            SearchAllowance.take(questions.telling());
        }
        var byReason = !searches() && (visible.narrow() || order.parts().size() > 1);
        if (byReason) {
            var extent = new Extent(order, cursor, limit + 1);
            conditions = List.of(visible.among(
                    query, row, each -> conditions(each, questions, null), each -> columns(each), extent));
        } else {
            conditions.addAll(order.conditions(columns, Part.ALL, cursor));
        }
        query.select(order.selection(columns))
                .where(conditions.toArray(Predicate[]::new))
                .orderBy(order.orders(columns));
        Supplier<List<List>> found = () -> seen(
                order.byCreation(),
                () -> entities.createQuery(query)
                        .setMaxResults(limit + 1)
                        .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, part ? PART_TIMEOUT_MILLIS : TIMEOUT_MILLIS)
                        .setHint(HibernateHints.HINT_READ_ONLY, part)
                        .getResultList());
        var rows = byReason && visible.forManyReasons() ? OnePlan.call(entities, found) : found.get();
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var next = more ? SortOrder.cursor(shown.getLast(), fingerprint) : null;
        return new Page<>(
                shown.stream().map(each -> listing.entity.cast(each.getFirst())).toList(), next, null);
    }

    private List<Predicate> conditions(Root<E> row, SealedQuestions questions, NewestRows newest) {
        var conditions = new ArrayList<Predicate>();
        addWhere(row, conditions);
        if (filters()) {
            var filter = new RsqlFilter<>(builder, columns(row), listing, questions);
            conditions.add(filter.parse(request.filter));
            conditions.addAll(listing.secrets.kept(builder, row, filter.asked()));
        }
        if (request.sort != null) {
            conditions.addAll(listing.secrets.kept(builder, row, RowSecrets.sorted(request.sort)));
        }
        if (searches()) {
            var text = request.q.strip();
            conditions.addAll(listing.secrets.kept(builder, row, listing.recognised(text)));
            conditions.add(search(new TextSearch<>(builder, row, listing.sealed, questions), text, newest));
        }
        return conditions;
    }

    /** Among the records that are there, or in the recycle bin. */
    private void addWhere(Root<E> row, List<Predicate> conditions) {
        if (!request.deleted) {
            conditions.add(builder.isNull(row.get("deletedAt")));
            return;
        }
        conditions.add(builder.greaterThanOrEqualTo(row.get("deletedAt"), RecycleBin.since()));
        if (listing.merged != null) {
            conditions.add(builder.isNull(row.get(listing.merged)));
        }
    }

    private Predicate search(TextSearch<E> search, String text, NewestRows newest) {
        if (listing.indexed == null) {
            return search.inFields(listing.searched, text);
        }
        if (request.deleted) {
            throw new BadRequest("search.deleted");
        }
        return search.inIndex(entities, listing.indexed, text, filters() ? null : newest);
    }

    private Columns<E> columns(Root<E> row) {
        return new Columns<>(builder, row, listing.custom);
    }

    private boolean searches() {
        return request.q != null && !request.q.isBlank();
    }

    private boolean filters() {
        return request.filter != null && !request.filter.isBlank();
    }

    private Page.Total count() {
        return switch (request.count) {
            case null -> null;
            case none -> null;
            case exact -> new Page.Total(exactly(), false);
            case estimate -> {
                var found = upTo(COUNT_CEILING + 1);
                yield new Page.Total(Math.min(found, COUNT_CEILING), found > COUNT_CEILING);
            }
        };
    }

    private long exactly() {
        var query = builder.createQuery(Long.class);
        var row = query.from(listing.entity);
        query.select(builder.count(row)).where(counted(query, row));
        return seen(
                false,
                () -> entities.createQuery(query)
                        .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, TIMEOUT_MILLIS)
                        .getSingleResult());
    }

    private int upTo(int most) {
        var query = builder.createQuery(Object.class);
        var row = query.from(listing.entity);
        query.select(row.get("id")).where(counted(query, row));
        return seen(
                        false,
                        () -> entities.createQuery(query)
                                .setMaxResults(most)
                                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, TIMEOUT_MILLIS)
                                .getResultList())
                .size();
    }

    /** A search relies on the filter that keeps rows out of sight; so do orders that the planner finds its way in by it. */
    private <T> T seen(boolean byCreation, Supplier<T> query) {
        return !visible.narrow() || byCreation && !searches() ? visible.byItself(query) : query.get();
    }

    private Predicate[] counted(CommonAbstractCriteria query, Root<E> row) {
        return visible.narrow() && !searches()
                ? new Predicate[] {
                    visible.among(query, row, candidate -> conditions(candidate, new SealedQuestions(), null))
                }
                : conditions(row, new SealedQuestions(), null).toArray(Predicate[]::new);
    }
}
