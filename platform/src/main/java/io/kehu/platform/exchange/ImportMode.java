package io.kehu.platform.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a row may do; a row finds its record by external source and external id. */
@Schema(description = "What a row may do: create 新增, update 更新 or upsert 新增或更新")
public enum ImportMode {
    /** Makes a record; a row whose external id is taken is rejected. */
    create,
    /** Changes a record; a row whose external id nobody has is rejected. */
    update,
    /** Makes or changes a record, so that a file sent twice changes nothing the second time. */
    upsert
}
