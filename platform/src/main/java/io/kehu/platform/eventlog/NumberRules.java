package io.kehu.platform.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.events.EventJson;
import io.kehu.platform.company.Company;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.setting.Settings;
import io.kehu.platform.sql.Statements;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's rules for business numbers, each under the usual text of its kind. Other replicas follow in seconds. */
@Singleton
public class NumberRules extends Settings<NumberRule, NumberRuleView> {

    private static final String KIND = "number-rule";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Statements statements;
    private final Company company;
    private final Cache<String, NumberRule> current =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    NumberRules(EntityManager entities, Statements statements, Company company) {
        super(entities, KIND, NumberRule.class, NumberRuleView::new);
        this.statements = statements;
        this.company = company;
    }

    /**
     * The rules of some kinds.
     *
     * @param kinds the usual text of each, by the name that the API has for it
     */
    public List<NumberRuleView> of(Map<String, String> kinds) {
        var own = all().stream().collect(Collectors.toMap(NumberRuleView::key, Function.identity()));
        return new TreeMap<>(kinds)
                .entrySet().stream()
                        .map(kind -> shown(
                                kind.getKey(),
                                own.getOrDefault(
                                        kind.getValue(),
                                        new NumberRuleView(null, NumberRule.standard(kind.getValue()), null, null))))
                        .toList();
    }

    /**
     * Puts a rule in force. The sequence goes on where it stands in its period, so that no number comes again.
     *
     * @param kinds as above
     */
    @Transactional
    public NumberRuleView put(Map<String, String> kinds, String kind, NumberRule rule) {
        var key = kinds.get(kind);
        if (key == null) {
            throw new NotFound("number rule", kind);
        }
        rule.requireDistinct();
        var view = put(key, rule);
        var day = LocalDate.now(company.zone());
        statements.change("""
                insert into number_block as b (prefix, day, next_value)
                select ?, ?, coalesce(max(next_value), 1) from number_block where prefix = ? and (day >= ? or day = ?)
                on conflict (prefix, day) do update set next_value = greatest(b.next_value, excluded.next_value)""", key, rule.start(day), key, day.withDayOfYear(1), LocalDate.EPOCH);
        current.invalidate(key);
        return shown(kind, view);
    }

    private static NumberRuleView shown(String kind, NumberRuleView view) {
        return new NumberRuleView(kind, view.rule(), view.updatedAt(), view.updatedBy());
    }

    /** Read without Hibernate, which would write what a half-made change has left so far. */
    NumberRule current(String text) {
        return current.get(
                text,
                key -> statements
                        .list(
                                "select value::text from setting where kind = ? and key = ?",
                                row -> row.getString(1),
                                KIND,
                                key)
                        .stream()
                        .findFirst()
                        .map(json -> EventJson.read(json, NumberRule.class))
                        .orElseGet(() -> NumberRule.standard(key)));
    }
}
