package io.kehu.platform.exchange;

import io.kehu.events.EventJson;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.personal.DataKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * A job as the database has it.
 *
 * @param view     what its uploader sees of it
 * @param caller   whoever uploaded the file, with the rights of that moment
 * @param key      what its file and its rejected rows are sealed under
 * @param position number of the last row of the file that is done
 */
record StoredJob(
        ImportJob view, ImportPlan plan, Caller caller, Locale locale, DataKey key, long position, int attempts) {

    static final String COLUMNS =
            "id, kind, reverts, resource, file_name, mode, dry_run, status, plan::text as plan, username,"
                    + " caller::text as caller, language, sealed_key, rows_total, position, rows_read, created, updated, unchanged, removed, rejected,"
                    + " active_millis, attempts, failure, created_at, started_at, finished_at";

    static StoredJob read(ResultSet row) throws SQLException {
        var plan = EventJson.read(row.getString("plan"), ImportPlan.class);
        var view = ImportJob.read(row, plan.layout());
        return new StoredJob(
                view,
                plan,
                EventJson.read(row.getString("caller"), Caller.class),
                Locale.forLanguageTag(row.getString("language")),
                DataKey.unwrap(view.id(), row.getBytes("sealed_key")),
                row.getLong("position"),
                row.getInt("attempts"));
    }

    UUID id() {
        return view.id();
    }

    ImportMode mode() {
        return view.mode();
    }

    /** On whose behalf its rows are written. */
    Caller writer() {
        return caller.because(Origin.IMPORT, "import:" + id());
    }
}
