package io.kehu.servicedesk.sla;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The business calendars: settings that an administrator loads. */
@ApplicationScoped
class Calendars {

    private static final String COLUMNS =
            "select key, cast(calendar as text) as calendar, updated_at, updated_by from business_calendar";

    private final EntityManager entities;

    Calendars(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<CalendarView> all() {
        return session()
                .createNativeQuery(COLUMNS + " order by key", Tuple.class)
                .getResultStream()
                .map(Calendars::read)
                .toList();
    }

    @Transactional
    CalendarView require(String key) {
        return find(key).orElseThrow(() -> new NotFound("calendar", key));
    }

    Optional<CalendarView> find(String key) {
        return session()
                .createNativeQuery(COLUMNS + " where key = :key", Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .map(Calendars::read)
                .findFirst();
    }

    /** The arithmetic of the calendar as it is now. */
    BusinessHours hours(String key) {
        return require(key).calendar().with(days(key, LocalDate.EPOCH, LocalDate.of(9999, 1, 1)));
    }

    @Transactional
    CalendarView put(String key, CalendarFields calendar) {
        session()
                .createNativeMutationQuery("""
                        insert into business_calendar (key, calendar, updated_at, updated_by)
                        values (:key, cast(:calendar as jsonb), now(), :by)
                        on conflict (key) do update set calendar = excluded.calendar""")
                .setParameter("key", key)
                .setParameter("calendar", EventJson.write(calendar))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        changed(key);
        return require(key);
    }

    /** Clocks will follow. */
    private void changed(String key) {
        session()
                .createNativeMutationQuery(
                        "update business_calendar set followed = false, updated_at = clock_timestamp(),"
                                + " updated_by = :by where key = :key")
                .setParameter("key", key)
                .setParameter("by", Caller.current().username())
                .executeUpdate();
    }

    /** Those that clocks do not follow yet. */
    @Transactional
    List<CalendarView> changed() {
        return session()
                .createNativeQuery(COLUMNS + " where not followed order by key", Tuple.class)
                .getResultStream()
                .map(Calendars::read)
                .toList();
    }

    /** Clocks follow, unless the calendar has been changed again meanwhile. */
    @Transactional
    void followed(CalendarView calendar) {
        session()
                .createNativeMutationQuery(
                        "update business_calendar set followed = true where key = :key and updated_at = :at")
                .setParameter("key", calendar.key())
                .setParameter("at", calendar.updatedAt())
                .executeUpdate();
    }

    @Transactional
    List<SpecialDay> days(String key, LocalDate from, LocalDate before) {
        return session()
                .createNativeQuery("""
                        select cast(date as text) as date, name, kind, cast(ranges as text) as ranges, source from calendar_day
                        where calendar = :key and date >= :from and date < :before order by calendar_day.date""", Tuple.class)
                .setParameter("key", key)
                .setParameter("from", from)
                .setParameter("before", before)
                .getResultStream()
                .map(Calendars::day)
                .toList();
    }

    /** Puts {@code days} in the place of all special days of their years. */
    @Transactional
    List<SpecialDay> replace(String key, List<SpecialDay> days) {
        require(key);
        days.stream()
                .map(day -> day.date().getYear())
                .distinct()
                .forEach(year -> session()
                        .createNativeMutationQuery("delete from calendar_day where calendar = :key"
                                + " and date >= :from and date < :before")
                        .setParameter("key", key)
                        .setParameter("from", LocalDate.of(year, 1, 1))
                        .setParameter("before", LocalDate.of(year + 1, 1, 1))
                        .executeUpdate());
        load(key, days);
        return days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }

    @Transactional
    void load(String key, List<SpecialDay> days) {
        require(key);
        days.forEach(day -> session()
                .createNativeMutationQuery("""
                        insert into calendar_day (calendar, date, name, kind, ranges, source)
                        values (:key, :date, :name, :kind, cast(:ranges as jsonb), :source)
                        on conflict (calendar, date) do update set name = excluded.name, kind = excluded.kind,
                          ranges = excluded.ranges, source = excluded.source""")
                .setParameter("key", key)
                .setParameter("date", day.date())
                .setParameter("name", day.name(), String.class)
                .setParameter("kind", day.kind().name())
                .setParameter("ranges", day.ranges() == null ? null : EventJson.write(day.ranges()), String.class)
                .setParameter("source", day.source(), String.class)
                .executeUpdate());
        changed(key);
    }

    /** Makes a date again what its day of the week says. */
    @Transactional
    void forget(String key, LocalDate date) {
        var deleted = session()
                .createNativeMutationQuery("delete from calendar_day where calendar = :key and date = :date")
                .setParameter("key", key)
                .setParameter("date", date)
                .executeUpdate();
        if (deleted == 0) {
            throw new NotFound("calendar day", date);
        }
        changed(key);
    }

    private static CalendarView read(Tuple row) {
        return new CalendarView(
                row.get("key", String.class),
                EventJson.read(row.get("calendar", String.class), CalendarFields.class),
                row.get("updated_at", Instant.class),
                row.get("updated_by", String.class));
    }

    private static SpecialDay day(Tuple row) {
        var ranges = row.get("ranges", String.class);
        return new SpecialDay(
                LocalDate.parse(row.get("date", String.class)),
                row.get("name", String.class),
                SpecialDay.Kind.valueOf(row.get("kind", String.class)),
                ranges == null ? null : List.of(EventJson.read(ranges, TimeRange[].class)),
                row.get("source", String.class));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
