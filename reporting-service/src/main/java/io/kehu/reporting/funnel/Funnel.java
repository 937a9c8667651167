package io.kehu.reporting.funnel;

import io.kehu.reporting.Labels;
import io.kehu.reporting.Tabular;
import java.util.List;

/** A sales funnel 销售漏斗 in one of its two modes, which can also be drawn. */
sealed interface Funnel extends Tabular permits Snapshot, Cohort {

    String title(Labels labels);

    /** One bar for each stage, from the first on. */
    List<Bar> bars(Labels labels);

    /** @param note what stands beside the bar, besides its count */
    record Bar(String name, long count, String note) {}
}
