package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.DEMO;
import static io.kehu.reporting.Deal.LOST;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static io.kehu.reporting.Deal.day;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.testing.EventStream;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows that reports count and their balances say what the facts say, whatever has happened and in whatever order. */
@QuarkusTest
class StandingTest extends ReadModelTest {

    /** What a snapshot is by its definition, told deal by deal. */
    private static final String DEFINED = """
            select coalesce(kind, 'UNDATED'), count(*), coalesce(sum(amount), 0)::numeric(20, 2) from (
              select o.kind, o.amount from opportunity o where o.closed_at <= {at} and (not o.deleted or o.deleted_at > {at})
              union all
              select case when p.event_id is not null then p.kind when o.opened_at is not null then 'UNKNOWN' end, p.amount
                from opportunity o
                left join opportunity_period p
                  on p.opportunity_id = o.id and p.starts_at <= {at} and (p.ends_at is null or p.ends_at > {at})
               where (o.closed_at is null or o.closed_at > {at})
                 and (p.event_id is not null or o.opened_at is null or o.opened_at <= {at})
                 and (not o.deleted or o.deleted_at > {at})) stood
             group by 1""";

    private static final String STOOD = """
            select l.kind, count(*), coalesce(sum(s.amount), 0)::numeric(20, 2)
              from standing s join place l on l.id = s.place_id
             where s.starts_at <= {at} and s.ends_at > {at}
             group by 1""";

    private static final String UNBALANCED = """
            select 'rows', count(*) from (
              (select * from standing except select * from derived_standing)
              union all (select * from derived_standing except select * from standing)) differing
            union all
            select 'entries', count(*) from (
              (select * from entry except select * from derived_entry)
              union all (select * from derived_entry except select * from entry)) differing
            union all
            select 'cohorts', count(*) from (
              (select * from entry_balance where keys <> '{}' except select * from derived_entry_balance)
              union all (select * from derived_entry_balance except select * from entry_balance)) differing
            union all
            select 'closings', count(*) from (
              (select * from closing except select * from derived_closing)
              union all (select * from derived_closing except select * from closing)) differing
            union all
            select 'stays', count(*) from (
              (select * from stay except select * from derived_stay)
              union all (select * from derived_stay except select * from stay)) differing
            union all
            select 'closed', count(*) from (
              (select * from closing_balance where (deals, priced, amount, dated, all_days) <> (0, 0, 0, 0, 0)
               except select * from derived_closing_balance)
              union all (select * from derived_closing_balance except select * from closing_balance)) differing
            union all
            select 'observed', count(*) from (
              (select * from stay_balance where (deals, priced, amount, won_amount, due, due_amount) <> (0, 0, 0, 0, 0, 0)
               except select * from derived_stay_balance)
              union all (select * from derived_stay_balance except select * from stay_balance)) differing
            union all
            select 'balances', count(*) from (
              (select * from standing_balance where (deals, priced, amount) <> (0, 0, 0) except select * from derived_balance)
              union all
              (select * from derived_balance where (deals, priced, amount) <> (0, 0, 0) except select * from standing_balance))
              differing""";

    private static List<Deal> deals() {
        return List.of(
                new Deal()
                        .worth("100", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .repriced("80", "CNY", "2026-01-20")
                        .moved(NEEDS, "2026-02-05")
                        .won("2026-03-09")
                        .reopened(DEMO, "2026-04-12"),
                new Deal()
                        .worth("7", "USD")
                        .opened(NEEDS, "2026-01-31")
                        .given("ben", "/east/rocco")
                        .lost("2026-02-03", "PRICE"),
                new Deal()
                        .opened(CONTACT, "2026-01-02")
                        .moved(DEMO, "2026-01-15")
                        .moved(CONTACT, "2026-02-25"),
                new Deal().worth("9", "CNY").opened(DEMO, "2026-01-03").deleted(),
                new Deal()
                        .worth("8", "CNY")
                        .opened(DEMO, "2026-01-03")
                        .given("ben", "/east/rocco", "2026-01-20")
                        .lost("2026-02-10", "PRICE")
                        .deleted("2026-02-20"),
                new Deal().worth("3", "CNY").imported(WON, day("2026-01-01"), day("2026-01-29")),
                new Deal().imported(LOST, null, day("2026-01-29")),
                new Deal().imported(NEEDS, day("2026-01-01"), null),
                new Deal().imported(CONTACT, null, null),
                new Deal().imported(WON, day("2026-03-01"), day("2026-02-01")),
                new Deal()
                        .worth("5", "CNY")
                        .imported(
                                DEMO,
                                day("2026-01-01"),
                                null,
                                new StageEntry(NEEDS, day("2026-02-04")),
                                new StageEntry(DEMO, day("2026-02-06"))));
    }

    @Test
    void saysAtAnyInstantWhatTheFactsSay() throws SQLException {
        var events = deals().stream().flatMap(deal -> deal.events().stream()).toList();
        for (var order : List.of(events, jumbled(events), events.reversed())) {
            empty();
            send(order);
            agrees();
        }
    }

    @Test
    void staysRightWhenEventsComeOneByOneLateAndAgain() throws SQLException {
        var events = new ArrayList<Event>();
        deals().forEach(deal -> events.addAll(deal.events()));
        for (var event : events.reversed()) {
            send(List.of(event));
        }
        agrees();
        execute("update opportunity_period set starts_at = starts_at - interval '40 days', stage = 'elsewhere'");
        EventStream.replay(events.toArray(Event[]::new));
        awaitApplied();
        agrees();
    }

    private void agrees() throws SQLException {
        assertThat(sql(UNBALANCED))
                .hasSize(8)
                .allSatisfy((_, differing) -> assertThat(differing).containsExactly("0"));
        for (var instant : List.of(
                "2025-12-31T23:59:59Z",
                "2026-01-01T01:00:00Z",
                "2026-01-15T01:00:00Z",
                "2026-01-29T02:00:00Z",
                "2026-01-31T23:59:59.999Z",
                "2026-02-01T00:00:00Z",
                "2026-02-05T00:00:00Z",
                "2026-02-28T00:00:00Z",
                "2026-03-31T00:00:00Z",
                "2026-05-01T00:00:00Z")) {
            var defined = sql(DEFINED.replace("{at}", "timestamptz '" + instant + "'"));
            assertThat(sql(STOOD.replace("{at}", "timestamptz '" + instant + "'")))
                    .as(instant)
                    .isEqualTo(defined);
            var balanced = told("/v1/reports/funnel?at=" + instant);
            assertThat(balanced.get("total")).as(instant).isEqualTo(total(defined));
            assertThat(balanced).as(instant).isEqualTo(told("/v1/reports/funnel?source=fair&at=" + instant));
            for (var scope : List.of("&owner=ben", "&team=/central", "&pipeline=standard")) {
                assertThat(told("/v1/reports/funnel?at=" + instant + scope))
                        .as(instant + scope)
                        .isEqualTo(told("/v1/reports/funnel?source=fair&at=" + instant + scope));
            }
        }
        for (var query : List.of(
                "?currency=CNY",
                "?unit=customer",
                "?mode=cohort",
                "?mode=cohort&to=2026-01-31",
                "?mode=cohort&from=2026-01-02",
                "?mode=cohort&from=2026-01-02&to=2026-02-04",
                "?mode=cohort&from=2026-01-15&to=2026-02-25&owner=ben",
                "?mode=cohort&from=2026-01-20&to=2026-02-04&timeZone=UTC&team=/central",
                "?mode=cohort&from=2026-02-01&to=2026-02-28&timeZone=UTC&pipeline=standard",
                "?team=/central")) {
            isTheSameDealByDeal("funnel" + query);
        }
        for (var groupBy : List.of("none", "owner", "month")) {
            for (var narrowed : List.of(
                    "",
                    "&owner=ben",
                    "&team=/central&pipeline=standard",
                    "&to=2026-01-31",
                    "&from=2026-02-03",
                    "&from=2026-01-30&to=2026-02-20",
                    "&from=2025-06-01&to=2026-02-28",
                    "&from=2025-01-20&to=2026-03-09",
                    "&timeZone=America/New_York&from=2026-01-28&to=2026-03-08")) {
                for (var report : List.of("win-rate", "sales-cycle", "lost-reasons")) {
                    isTheSameDealByDeal(report + "?groupBy=" + groupBy + narrowed);
                }
            }
        }
        for (var query : List.of("?currency=CNY", "?owner=ben", "?currency=CNY&team=/central", "?currency=USD")) {
            for (var at :
                    List.of("", "&at=2026-02-03T00:00:00Z", "&at=2026-01-31T16:00:00Z", "&at=2026-03-05T00:00:00Z")) {
                isTheSameDealByDeal("forecast" + query + at);
            }
        }
    }

    /** Balances tell of no source; all deals are of this one. */
    private static void isTheSameDealByDeal(String report) {
        assertThat(told("/v1/reports/" + report))
                .as(report)
                .isEqualTo(told("/v1/reports/" + report + (report.contains("?") ? "&" : "?") + "source=fair"));
    }

    private static int total(Map<String, List<String>> defined) {
        return defined.entrySet().stream()
                .filter(kind -> !kind.getKey().equals("UNDATED"))
                .mapToInt(kind -> Integer.parseInt(kind.getValue().getFirst()))
                .sum();
    }

    /** Without when it was told, and the links, which name what was asked for. */
    private static Map<String, Object> told(String path) {
        return withoutLinks(get(path).getMap(""));
    }

    private static Map<String, Object> withoutLinks(Map<String, Object> answer) {
        return answer.entrySet().stream()
                .filter(each ->
                        !List.of("generatedAt", "freshness", "records", "at").contains(each.getKey()))
                .collect(toMap(Map.Entry::getKey, each -> plain(each.getValue())));
    }

    @SuppressWarnings("unchecked")
    private static Object plain(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(StandingTest::plain).toList();
            case Map<?, ?> map -> withoutLinks((Map<String, Object>) map);
            default -> value;
        };
    }

    private Map<String, List<String>> sql(String query) throws SQLException {
        try (var connection = database.getConnection()) {
            return ComparedFigures.sql(connection, query);
        }
    }
}
