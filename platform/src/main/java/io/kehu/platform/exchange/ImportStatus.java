package io.kehu.platform.exchange;

/** Where a job stands. Rejected rows do not make it fail: it fails only if it cannot go on. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
