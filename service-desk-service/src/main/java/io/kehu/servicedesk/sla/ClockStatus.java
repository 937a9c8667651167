package io.kehu.servicedesk.sla;

/** Whether a clock counts. */
enum ClockStatus {
    RUNNING,
    PAUSED,
    ENDED,
    CANCELLED
}
