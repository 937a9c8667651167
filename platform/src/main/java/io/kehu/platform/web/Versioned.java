package io.kehu.platform.web;

import io.kehu.platform.eventlog.Lifespan;

/** A view of one record, which answers carry an ETag for. */
public interface Versioned {

    Lifespan lifespan();

    /** Where the record is served. */
    String path();
}
