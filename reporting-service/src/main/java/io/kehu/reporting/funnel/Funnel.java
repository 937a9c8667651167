package io.kehu.reporting.funnel;

import io.kehu.reporting.Charted;

/** A sales funnel 销售漏斗 in one of its two modes. */
sealed interface Funnel extends Charted permits Snapshot, Cohort {}
