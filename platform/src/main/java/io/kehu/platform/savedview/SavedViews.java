package io.kehu.platform.savedview;

import io.kehu.platform.access.Caller;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.RequestedView;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Forbidden;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.query.NativeQuery;

/** The saved views of a service's lists: each is its owner's, who can let teams or everybody see it. */
@ApplicationScoped
public class SavedViews {

    private static final int MOST = 200;
    private static final String SELECT =
            "select id, resource, name, filter, q, sort, columns, owner, teams, everyone, created_at, updated_at"
                    + " from saved_view where " + RequestedView.SEEN;

    private final EntityManager entities;
    private final Map<String, RowExport<?>> lists = new TreeMap<>();

    SavedViews(EntityManager entities, @All List<RowExport<?>> exports) {
        this.entities = entities;
        exports.forEach(export -> lists.put(export.resource(), export));
    }

    /** Those that the caller sees, by name; of one list, or of all if {@code resource} is null. */
    @Transactional
    public Page<SavedView> list(String resource) {
        if (resource != null && !lists.containsKey(resource)) {
            throw new BadRequest(
                    "validation.failed",
                    List.of(new InvalidField("resource", "saved-view.resource", String.join(", ", lists.keySet()))));
        }
        var query = seen(SELECT + " and (cast(:resource as text) is null or resource = :resource) order by name, id")
                .setParameter("resource", resource, String.class);
        return new Page<>(query.getResultStream().map(SavedViews::view).toList(), null, null);
    }

    @Transactional
    public SavedView require(UUID id) {
        return seen(SELECT + " and id = :id")
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(SavedViews::view)
                .orElseThrow(() -> new NotFound("saved view", id));
    }

    @Transactional
    public SavedView create(SaveView view) {
        var owned = ((Number) entities.createNativeQuery("select count(*) from saved_view where owner = :owner")
                        .setParameter("owner", Caller.current().username())
                        .getSingleResult())
                .intValue();
        if (owned >= MOST) {
            throw new RuleViolation("saved-view.too-many", MOST);
        }
        return write(UuidVersion7Strategy.INSTANCE.generateUuid(null), view);
    }

    @Transactional
    public SavedView replace(UUID id, SaveView view) {
        requireOwn(id);
        return write(id, view);
    }

    @Transactional
    public void delete(UUID id) {
        requireOwn(id);
        entities.createNativeQuery("delete from saved_view where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private void requireOwn(UUID id) {
        if (!require(id).owner().equals(Caller.current().username())) {
            throw new Forbidden("record.owner-only");
        }
    }

    private SavedView write(UUID id, SaveView view) {
        var list = list(view);
        session()
                .createNativeMutationQuery("""
                        insert into saved_view (id, resource, kind, name, filter, q, sort, columns, owner, teams, everyone,
                                                created_at, updated_at)
                        values (:id, :resource, :kind, :name, :filter, :q, :sort, :columns, :owner, :teams, :everyone,
                                now(), now())
                        on conflict (id) do update set resource = excluded.resource, kind = excluded.kind,
                          name = excluded.name, filter = excluded.filter, q = excluded.q, sort = excluded.sort,
                          columns = excluded.columns, teams = excluded.teams, everyone = excluded.everyone,
                          updated_at = excluded.updated_at""")
                .setParameter("id", id)
                .setParameter("resource", view.resource())
                .setParameter("kind", list.repository().type().getSimpleName())
                .setParameter("name", view.name())
                .setParameter("filter", view.filter(), String.class)
                .setParameter("q", view.q(), String.class)
                .setParameter("sort", view.sort(), String.class)
                .setParameter("columns", view.columns().toArray(String[]::new))
                .setParameter("owner", Caller.current().username())
                .setParameter("teams", view.teams().toArray(String[]::new))
                .setParameter("everyone", view.everyone())
                .executeUpdate();
        return require(id);
    }

    /** The list that the view is of, asked once as the view will ask it. */
    private RowExport<?> list(SaveView view) {
        var list = lists.get(view.resource());
        if (list == null) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("resource", "saved-view.resource", String.join(", ", lists.keySet()))));
        }
        var errors = new ArrayList<InvalidField>();
        var known = list.fields();
        for (var index = 0; index < view.columns().size(); index++) {
            if (!known.contains(view.columns().get(index))) {
                errors.add(new InvalidField(
                        "columns[%d]".formatted(index), "saved-view.column", String.join(", ", known)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        list.repository()
                .requireSavable(ListRequest.of(view.filter(), view.sort(), 1).searching(view.q()));
        return list;
    }

    private NativeQuery<Tuple> seen(String sql) {
        var caller = Caller.current();
        return session()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("user", caller.username())
                .setParameter("team", Objects.requireNonNullElse(caller.team(), ""));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static SavedView view(Tuple row) {
        var view = new SaveView(
                row.get("resource", String.class),
                row.get("name", String.class),
                row.get("filter", String.class),
                row.get("q", String.class),
                row.get("sort", String.class),
                List.of(row.get("columns", String[].class)),
                List.of(row.get("teams", String[].class)),
                row.get("everyone", Boolean.class));
        return new SavedView(
                row.get("id", UUID.class),
                view,
                row.get("owner", String.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
