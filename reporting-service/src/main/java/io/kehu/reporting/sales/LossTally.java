package io.kehu.reporting.sales;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.Labels;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Shares;
import io.kehu.reporting.sales.Closings.Closing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lost deals of one group by reason while they are being added up. */
final class LossTally {

    private static final String NOT_RECORDED = "NOT_RECORDED";

    private final Map<String, Losses> reasons = new TreeMap<>();
    private final Amounts amounts = new Amounts();

    private static final class Losses {
        private final Amounts amounts = new Amounts();
        private long deals;
        private long priced;
    }

    void add(Closing lost) {
        var losses = reasons.computeIfAbsent(lost.reason() == null ? NOT_RECORDED : lost.reason(), _ -> new Losses());
        losses.deals += lost.deals();
        losses.priced += lost.priced();
        losses.amounts.add(lost.currency(), lost.amount(), lost.priced());
        amounts.add(lost.currency(), lost.amount(), lost.priced());
    }

    LossTally add(LossTally others) {
        others.reasons.forEach((reason, more) -> {
            var losses = reasons.computeIfAbsent(reason, _ -> new Losses());
            losses.deals += more.deals;
            losses.priced += more.priced;
            losses.amounts.add(more.amounts);
        });
        amounts.add(others.amounts);
        return this;
    }

    Amounts amounts() {
        return amounts;
    }

    long lost() {
        return reasons.values().stream().mapToLong(losses -> losses.deals).sum();
    }

    /** Most frequent first. */
    List<LostReasons.Reason> rows(String currency, Labels labels, RecordList lost) {
        return reasons.entrySet().stream()
                .map(reason -> row(reason.getKey(), reason.getValue(), currency, labels, lost))
                .sorted(Comparator.comparingLong(LostReasons.Reason::count)
                        .reversed()
                        .thenComparing(LostReasons.Reason::reason))
                .toList();
    }

    private LostReasons.Reason row(String reason, Losses losses, String currency, Labels labels, RecordList lost) {
        return new LostReasons.Reason(
                reason,
                labels.textOr("lost." + reason, reason),
                losses.deals,
                losses.deals - losses.priced,
                losses.amounts.in(currency),
                Shares.share(losses.deals, lost()),
                lost.with("lostReason", reason).address());
    }
}
