package io.kehu.opportunity.loss;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dictionary of reasons for losing a deal 丢单原因; what changes in it is told, so that reports call them the same. */
@ApplicationScoped
public class LostReasons {

    /** Only for deals that were lost before they came here. */
    public static final String NOT_RECORDED = "NOT_RECORDED";

    private final LostReasonRepository reasons;
    private final EventLog events;

    LostReasons(LostReasonRepository reasons, EventLog events) {
        this.reasons = reasons;
        this.events = events;
    }

    /** In the order in which they are shown. */
    @Transactional
    List<LostReasonView> all() {
        return reasons.inOrder().stream().map(LostReason::view).toList();
    }

    @Transactional
    LostReasonView require(String key) {
        return reasons.ofKey(key).map(LostReason::view).orElseThrow(() -> new NotFound("lost reason", key));
    }

    /** Those that may be chosen, by their keys. */
    @Transactional
    public Map<String, LostReason> active() {
        var active = new LinkedHashMap<String, LostReason>();
        for (var reason : reasons.inOrder()) {
            if (reason.active()) {
                active.put(reason.number(), reason);
            }
        }
        return active;
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

    @Transactional
    LostReasonView put(String key, LostReasonFields fields) {
        if (key.equals(NOT_RECORDED) && fields.active()) {
            throw new RuleViolation("lost-reason.of-the-past", key);
        }
        var known = reasons.ofKey(key);
        if (known.isEmpty()) {
            var reason = new LostReason(key, fields);
            events.record(reason, reason.defined());
            return reason.view();
        }
        var reason = known.get();
        reason.update(fields).ifPresent(event -> events.record(reason, event));
        return reason.view();
    }
}
