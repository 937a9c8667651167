package io.kehu.reporting.funnel;

import io.kehu.reporting.Labels;
import java.util.Locale;

/** The statuses that lead to a deal 线索阶段, in order; what comes next is a conversion. */
enum LeadStep {
    NEW,
    ASSIGNED,
    CONTACTED,
    QUALIFIED;

    /** What stands for a pipeline where steps of leads stand beside stages. */
    static final String PIPELINE = "lead";

    /** As the read model numbers it. */
    int order() {
        return ordinal() + 1;
    }

    String label(Labels labels) {
        return labels.text("lead." + name().toLowerCase(Locale.ROOT));
    }
}
