package io.kehu.reporting.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Trend;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Service desk 服务台: volume, backlog, speed and service levels; each figure by the day when it became true",
        requiredProperties = {"generatedAt", "freshness", "total", "groups"})
public record ServiceDesk(
        @JsonUnwrapped About about,
        Period period,

        @Schema(description = "The time that the backlog is of; absent for now")
        Instant at,

        DeskGroup groupBy,
        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(
            name = "ServiceDeskRow",
            requiredProperties = {
                "opened",
                "resolved",
                "closed",
                "backlog",
                "unassigned",
                "backlogByPriority",
                "reopened"
            })
    public record Row(
            String key,
            String name,

            @Schema(description = "Tickets opened in the period 新增")
            long opened,

            @Schema(description = "Tickets whose last solution is of the period 已解决")
            long resolved,

            @Schema(description = "Tickets closed in the period 已关闭")
            long closed,

            @Schema(description = "Tickets that are, or were at that time, still to be worked on, whenever opened 积压")
            long backlog,

            @Schema(description = "Of the backlog, given to nobody by now 未分配")
            long unassigned,

            @Schema(description = "The backlog by priority of today")
            Map<String, Long> backlogByPriority,

            @Schema(description = "Of those resolved, reopened at least once before 重新打开")
            long reopened,

            @Schema(description = "reopened ÷ resolved, 0 to 1 重新打开率")
            BigDecimal reopenRate,

            @Schema(description = "Of reopenRate, 95 %, by Wilson")
            Interval reopenInterval,

            @Schema(description = "From opening to the first public answer of an agent 首次响应")
            Speed firstResponse,

            @Schema(description = "From each later message of the customer to its answer 后续响应")
            Speed nextResponse,

            @Schema(description = "From opening to the last solution 解决")
            Speed resolution,

            @Schema(description = RecordList.DESCRIPTION + "; those opened in the period")
            String records,

            @Schema(description = RecordList.DESCRIPTION + "; the backlog of now")
            String backlogRecords) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "name",
                "opened",
                "resolved",
                "closed",
                "backlog",
                "unassigned",
                "reopened",
                "reopenRate",
                "promise",
                "judgedBy",
                "tickets",
                "medianHours",
                "p90Hours",
                "met",
                "breached",
                "hitRate",
                "hitRateLow",
                "hitRateHigh",
                "medianBusinessMinutes",
                "p90BusinessMinutes");
    }

    /** A line for each group, and below it one for each thing that is measured and for each way in which it was judged. */
    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        Stream.concat(groups.stream(), Stream.of(total)).forEach(row -> {
            var key = row == total ? "*" : row.key();
            rows.add(padded(
                    key,
                    row.name(),
                    row.opened(),
                    row.resolved(),
                    row.closed(),
                    row.backlog(),
                    row.unassigned(),
                    row.reopened(),
                    row.reopenRate()));
            add(rows, key, "FIRST_RESPONSE", row.firstResponse());
            add(rows, key, "NEXT_RESPONSE", row.nextResponse());
            add(rows, key, "RESOLUTION", row.resolution());
        });
        return rows;
    }

    private void add(List<List<?>> rows, String key, String promise, Speed speed) {
        if (speed.tickets() != null) {
            rows.add(line(key, promise, null, speed.tickets(), speed.medianHours(), speed.p90Hours()));
        }
        add(rows, key, promise, "COMPUTED", speed.computed());
        add(rows, key, promise, "IMPORTED", speed.imported());
    }

    private void add(List<List<?>> rows, String key, String promise, String judge, Kept kept) {
        if (kept.interval() != null) {
            rows.add(line(
                    key,
                    promise,
                    judge,
                    null,
                    null,
                    null,
                    kept.met(),
                    kept.breached(),
                    kept.hitRate(),
                    kept.interval().low(),
                    kept.interval().high(),
                    kept.medianBusinessMinutes(),
                    kept.p90BusinessMinutes()));
        }
    }

    private List<?> line(String key, Object... cells) {
        var line = new ArrayList<Object>();
        line.add(key);
        line.addAll(Collections.nCopies(columns().indexOf("promise") - 1, null));
        Collections.addAll(line, cells);
        return padded(line.toArray());
    }

    private List<?> padded(Object... cells) {
        var line = new ArrayList<Object>();
        Collections.addAll(line, cells);
        line.addAll(Collections.nCopies(columns().size() - cells.length, null));
        return line;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("desk.title", total.opened(), total.resolved(), total.backlog());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return (groupBy == DeskGroup.NONE ? List.of(total) : groups)
                .stream()
                        .map(row -> Bar.of(
                                row == total ? labels.text("desk.all") : labels.orNone(row.name()),
                                row.opened(),
                                note(row, labels)))
                        .toList();
    }

    @Override
    public Optional<Trend> trend(Labels labels) {
        if (groupBy.step() == null) {
            return Optional.empty();
        }
        var points = groups.stream()
                .map(row -> new Trend.Point(
                        row.key(),
                        groupBy.step().first(row.key(), period).toEpochDay(),
                        row.opened(),
                        row.opened(),
                        row.opened(),
                        Long.toString(row.opened()),
                        note(row, labels)))
                .toList();
        return Optional.of(
                new Trend(labels.text("opened"), labels.text(groupBy.name().toLowerCase(Locale.ROOT)), "0", points));
    }

    private static String note(Row row, Labels labels) {
        var kept = row.resolution().computed().hitRate() == null
                ? row.resolution().imported()
                : row.resolution().computed();
        var note = labels.text("desk.note", row.resolved(), row.backlog());
        return kept.hitRate() == null ? note : note + " · " + labels.text("desk.hits", kept.hitRate());
    }
}
