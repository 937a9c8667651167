package io.kehu.platform.changes;

import io.kehu.events.EventFamily;
import io.kehu.platform.changes.ChangeCursor.Place;
import io.kehu.platform.changes.ChangeTable.Told;
import io.kehu.platform.changes.ChangedRecord.Gone;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.problem.BadRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a caller what has changed of one kind of record since he last asked, for copies that are kept elsewhere. A record that
 * he may see is told as it is now. One that he may not see is told as gone if he could see it as it stood right before the
 * change, by its owner, team, shares or customer; otherwise nothing is told of it.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final int CHUNK = ListRequest.LARGEST_LIMIT;
    private static final int MOST_CHUNKS = 25;

    private final ChangeTable table;
    private final ChangeHistory history;
    private final Duration life;

    ChangeFeed(
            ChangeTable table,
            ChangeHistory history,
            @ConfigProperty(name = "kehu.changes.cursor-life") Duration life) {
        this.table = table;
        this.history = history;
        this.life = life;
    }

    /**
     * What has changed since a cursor was given; nothing but a cursor if there is none. A page may be longer than asked for by
     * what hangs on one customer or by shares that have ended.
     */
    public <E extends Aggregate<?>, V> Changes<V> read(
            EventFamily family,
            AggregateRepository<E> repository,
            Function<? super E, V> view,
            ChangesRequest request) {
        var most = Objects.requireNonNullElse(request.limit, 50);
        var cursor = request.cursor;
        if (most < 1 || most > ListRequest.LARGEST_LIMIT) {
            throw new BadRequest("limit.range", ListRequest.LARGEST_LIMIT);
        }
        var now = table.now();
        if (cursor == null) {
            return new Changes<>(
                    List.of(),
                    ChangeCursor.start(history.id(), now.time(), now.horizon()).write(),
                    false);
        }
        var since = ChangeCursor.parse(cursor);
        since.require(history.id(), EventLog.now(), life);
        return new Reading<>(family, repository, view, most, now).read(since);
    }

    /** One answer in the making. */
    private final class Reading<E extends Aggregate<?>, V> {

        private final EventFamily family;
        private final AggregateRepository<E> repository;
        private final Function<? super E, V> view;
        private final int limit;
        private final ChangeTable.Now now;
        private final Map<UUID, ChangedRecord<V>> items = new LinkedHashMap<>();
        private int chunks;

        Reading(
                EventFamily family,
                AggregateRepository<E> repository,
                Function<? super E, V> view,
                int limit,
                ChangeTable.Now now) {
            this.family = family;
            this.repository = repository;
            this.view = view;
            this.limit = limit;
            this.now = now;
        }

        Changes<V> read(ChangeCursor since) {
            tellExpired(since);
            var events = tellEvents(since.events());
            var hangs = CustomerRecord.class.isAssignableFrom(repository.type());
            var standing = hangs ? tellCustomers(since) : new Standing(Place.before(now.horizon()), null);
            var next = new ChangeCursor(
                    since.history(), since.seer(), now.time(), events, standing.place(), standing.within());
            var end = Place.before(now.horizon());
            var more = !events.equals(end) || !standing.place().equals(end);
            return new Changes<>(List.copyOf(items.values()), next.write(), more);
        }

        private boolean full() {
            return items.size() >= limit || chunks >= MOST_CHUNKS;
        }

        private void tellExpired(ChangeCursor since) {
            var ended = table.sharesEnded(since.until(), now.time());
            if (ended.isEmpty()) {
                return;
            }
            var ids = new ArrayList<>(table.existing(repository.type(), ended));
            if (CustomerRecord.class.isAssignableFrom(repository.type())) {
                ended.forEach(
                        customer -> ids.addAll(table.recordsOf(repository.type(), customer, null, Integer.MAX_VALUE)));
            }
            tell(ids, Set.copyOf(ids));
        }

        /** Where it has come to. */
        private Place tellEvents(Place from) {
            var place = from;
            while (!full()) {
                chunks++;
                var told = table.events(family, place, now.horizon(), CHUNK);
                var ids = told.stream().map(Told::id).collect(Collectors.toSet());
                var visible = visible(ids);
                var seen = seenBefore(told.stream()
                        .filter(each -> !visible.containsKey(each.id()))
                        .toList());
                for (var each : told) {
                    place = each.place();
                    tell(each.id(), visible.get(each.id()), seen.contains(each.id()));
                    if (items.size() >= limit) {
                        return place;
                    }
                }
                if (told.size() < CHUNK) {
                    return Place.before(now.horizon());
                }
            }
            return place;
        }

        private record Standing(Place place, UUID within) {}

        private Standing tellCustomers(ChangeCursor since) {
            var place = since.standing();
            var within = since.within();
            while (!full()) {
                chunks++;
                var customer = table.standing(place, within != null, now.horizon());
                if (customer == null) {
                    return new Standing(Place.before(now.horizon()), null);
                }
                place = customer.place();
                var records = table.recordsOf(repository.type(), customer.id(), within, CHUNK);
                tell(records, customer.seen() ? Set.copyOf(records) : Set.of());
                within = records.size() < CHUNK ? null : records.getLast();
            }
            return new Standing(place, within);
        }

        private void tell(Collection<UUID> ids, Set<UUID> seen) {
            var visible = visible(ids);
            ids.forEach(id -> tell(id, visible.get(id), seen.contains(id)));
        }

        private void tell(UUID id, ChangedRecord<V> visible, boolean seen) {
            if (visible != null) {
                items.put(id, visible);
            } else if (seen) {
                items.put(id, ChangedRecord.gone(id, Gone.OUT_OF_SIGHT));
            }
        }

        private Map<UUID, ChangedRecord<V>> visible(Collection<UUID> ids) {
            var records = new HashMap<UUID, ChangedRecord<V>>();
            if (!ids.isEmpty()) {
                repository.list("id in ?1", ids).forEach(each -> records.put(each.id(), record(each)));
            }
            return records;
        }

        private ChangedRecord<V> record(E record) {
            if (!record.deleted()) {
                return new ChangedRecord<>(record.id(), view.apply(record), null, null);
            }
            var survivor = record.state().mergedInto();
            return survivor == null
                    ? ChangedRecord.gone(record.id(), Gone.DELETED)
                    : new ChangedRecord<>(
                            record.id(),
                            null,
                            Gone.MERGED,
                            repository.findVisible(survivor).map(_ -> survivor).orElse(null));
        }

        private Set<UUID> seenBefore(List<Told> gone) {
            var customers = gone.stream()
                    .filter(each -> each.customerId() != null)
                    .collect(Collectors.toMap(
                            Told::customerId, each -> each.place().position(), Math::min));
            var seen = table.seenCustomers(customers);
            return gone.stream()
                    .filter(each -> each.seen() || each.customerId() != null && seen.contains(each.customerId()))
                    .map(Told::id)
                    .collect(Collectors.toSet());
        }
    }
}
