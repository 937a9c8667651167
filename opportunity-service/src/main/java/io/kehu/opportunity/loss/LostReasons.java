package io.kehu.opportunity.loss;

import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dictionary of reasons for losing a deal 丢单原因. */
@Singleton
public class LostReasons extends Settings<LostReason, LostReasonView> {

    /** Only for deals that were lost before they came here. */
    public static final String NOT_RECORDED = "NOT_RECORDED";

    LostReasons(EntityManager entities) {
        super(entities, "lost-reason", LostReason.class, LostReasonView::new);
    }

    /** In the order in which they are shown. */
    @Override
    @Transactional
    public List<LostReasonView> all() {
        return super.all().stream()
                .sorted(Comparator.comparingInt(view -> view.reason().position()))
                .toList();
    }

    /** Those that may be chosen, by their keys. */
    @Transactional
    public Map<String, LostReason> active() {
        var reasons = new LinkedHashMap<String, LostReason>();
        for (var view : all()) {
            if (view.reason().active()) {
                reasons.put(view.key(), view.reason());
            }
        }
        return reasons;
    }

    /** Keys by all that a file may say for them: the key or a name, in any case. */
    @Transactional
    public Map<String, String> keysByText() {
        var keys = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var views = all();
        views.forEach(view -> keys.put(view.key(), view.key()));
        for (var view : views) {
            keys.putIfAbsent(view.reason().chineseName(), view.key());
            keys.putIfAbsent(view.reason().name(), view.key());
        }
        return keys;
    }

    @Override
    @Transactional
    public LostReasonView put(String key, LostReason reason) {
        if (key.equals(NOT_RECORDED) && reason.active()) {
            throw new RuleViolation("lost-reason.of-the-past", key);
        }
        return super.put(key, reason);
    }
}
