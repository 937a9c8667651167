package io.kehu.events;

/** By what door a change came in. */
public enum Origin {
    API,
    IMPORT,
    AUTOMATION,
    MERGE,
    TIMER
}
