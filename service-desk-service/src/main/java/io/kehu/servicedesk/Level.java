package io.kehu.servicedesk;

/** How far a trouble reaches 影响范围, or how soon it hurts 紧急程度. */
public enum Level {
    HIGH,
    MEDIUM,
    LOW
}
