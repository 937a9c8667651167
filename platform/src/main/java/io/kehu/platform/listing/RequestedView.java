package io.kehu.platform.listing;

import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** The saved view that a request of a list names. */
public final class RequestedView {

    /** Whether a caller sees a view: {@code :user}, and {@code :team} or an empty text. */
    public static final String SEEN =
            "(owner = :user or everyone or exists (select from unnest(teams) as t where :team = t or starts_with(:team, t || '/')))";

    private RequestedView() {}

    /**
     * Lays what the view asks for under what the request asks for: both filters hold, and another text or order is the
     * request's. Fails with 400 if the caller does not see such a view of this list.
     */
    static void apply(EntityManager entities, Class<?> entity, ListRequest request) {
        if (request.view == null) {
            return;
        }
        var caller = Caller.current();
        var view = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select filter, q, sort, columns from saved_view where id = :id and kind = :kind and " + SEEN,
                        Tuple.class)
                .setParameter("id", request.view)
                .setParameter("kind", entity.getSimpleName())
                .setParameter("user", caller.username())
                .setParameter("team", Objects.requireNonNullElse(caller.team(), ""))
                .uniqueResultOptional()
                .orElseThrow(() -> new BadRequest(
                        "validation.failed",
                        List.of(new InvalidField("view", "reference.unknown", "saved view", request.view))));
        var filter = view.get("filter", String.class);
        if (filter != null) {
            request.filter = request.filter == null || request.filter.isBlank()
                    ? filter
                    : "(%s);(%s)".formatted(filter, request.filter);
        }
        request.q = request.q == null ? view.get("q", String.class) : request.q;
        request.sort = request.sort == null ? view.get("sort", String.class) : request.sort;
        request.columns = List.of(view.get("columns", String[].class));
        request.view = null;
    }
}
