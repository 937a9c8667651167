package io.kehu.servicedesk;

/** How soon a ticket is worked on 优先级, the most urgent first: rows are sorted by this order. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
