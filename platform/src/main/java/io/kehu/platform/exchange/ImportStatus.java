package io.kehu.platform.exchange;

/** Where a job stands. Rejected rows do not make it fail: it fails only if it cannot go on. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    /** Ended before its end because somebody wanted that; what it had done until then stays. */
    CANCELED
}
