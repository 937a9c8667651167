package io.kehu.servicedesk.sla;

/** Whether a promise was kept. */
enum ClockVerdict {
    MET,
    BREACHED
}
