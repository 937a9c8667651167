package io.kehu.platform.exchange;

import io.kehu.platform.table.TableType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as its uploader follows it. */
@Schema(description = "An import and its progress 导入任务")
public record ImportJob(
        UUID id,
        Kind kind,

        @Schema(description = "The import that is taken back; only of a REVERT", nullable = true)
        UUID reverts,

        @Schema(examples = "customers") String resource,
        String fileName,
        ImportMode mode,

        @Schema(description = "Whether nothing is stored, only tried 试运行")
        boolean dryRun,

        ImportStatus status,

        @Schema(description = "Rows with content in the file, without the headings")
        long rowsTotal,

        @Schema(description = "Rows that are done") long rowsRead,
        @Schema(description = "Records made 新增") long created,
        @Schema(description = "Records changed 更新") long updated,

        @Schema(description = "Records that stood as their rows state 未变")
        long unchanged,

        @Schema(description = "Records of the import that are deleted again 撤销; only of a REVERT")
        long removed,

        @Schema(description = "Records not taken; their rows are in the error file 拒绝")
        long rejected,

        @Schema(description = "Speed while working", nullable = true)
        Long rowsPerSecond,

        @Schema(description = "Until the end at this speed", nullable = true)
        Long secondsLeft,

        @Schema(description = "Format of the file", examples = "CSV")
        TableType format,

        @Schema(description = "Encoding of the file, as detected or given", examples = "GB18030")
        String encoding,

        @Schema(description = "Delimiter of the file, as detected or given; empty for a workbook", examples = ",")
        String delimiter,

        @Schema(
                description =
                        "Columns of the file that nothing is taken of 忽略的列: those that only exports have, or that the mapping leaves out")
        List<String> ignoredColumns,

        @Schema(description = "Why the job cannot go on", nullable = true)
        String failure,

        String createdBy,
        Instant createdAt,
        @Schema(nullable = true) Instant startedAt,
        @Schema(nullable = true) Instant finishedAt) {

    /** Whether rows come in, or an earlier import is taken back. */
    public enum Kind {
        IMPORT,
        REVERT
    }

    static ImportJob read(ResultSet row, FileLayout layout) throws SQLException {
        var format = layout.format();
        var total = row.getLong("rows_total");
        var read = row.getLong("rows_read");
        var millis = row.getLong("active_millis");
        var finished = instant(row, "finished_at");
        return new ImportJob(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("reverts", UUID.class),
                row.getString("resource"),
                row.getString("file_name"),
                ImportMode.valueOf(row.getString("mode")),
                row.getBoolean("dry_run"),
                ImportStatus.valueOf(row.getString("status")),
                total,
                read,
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("removed"),
                row.getLong("rejected"),
                read == 0 ? null : read * 1000 / Math.max(1, millis),
                read == 0 || finished != null ? null : Math.ceilDiv(Math.max(0, total - read) * millis, read * 1000),
                format.type(),
                format.charset(),
                format.type() == TableType.CSV ? String.valueOf(format.delimiter()) : "",
                layout.ignored(),
                row.getString("failure"),
                row.getString("username"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                finished);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
