package io.kehu.servicedesk.sla;

/** Who judged. */
enum ClockSource {
    COMPUTED,
    IMPORTED
}
