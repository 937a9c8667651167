package io.kehu.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Tabular;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What the owners count beside what the read model counts 对账",
        requiredProperties = {"generatedAt", "freshness", "reconciled", "away", "lines"})
public record Reconciliation(
        @JsonUnwrapped About about,

        @Schema(description = "Whether every source answered and nothing differs")
        boolean reconciled,

        @Schema(description = "Sources that could not be asked")
        List<Away> away,

        List<Line> lines)
        implements Tabular {

    /** A source that could not be asked. */
    @Schema(name = "SourceAway")
    public record Away(String resource, String reason) {}

    /** One figure on both sides. */
    @Schema(name = "ReconciliationLine")
    public record Line(
            @Schema(examples = "opportunities") String resource,

            @Schema(description = "count, amount, judged, sent, answered or scoreSum")
            String measure,

            @Schema(description = "Kind of stage, status or verdict; absent for all", examples = "WON")
            String part,

            String currency,

            @Schema(description = "What the owner counts 源系统")
            BigDecimal source,

            @Schema(description = "What the read model counts 报表库")
            BigDecimal readModel,

            @Schema(description = "readModel − source 差异; 0 when the lag is 0")
            BigDecimal difference) {}

    @Override
    public List<String> columns() {
        return List.of("resource", "measure", "part", "currency", "source", "readModel", "difference");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var line : lines) {
            var cells = new ArrayList<Object>(List.of(line.resource(), line.measure()));
            cells.add(line.part());
            cells.add(line.currency());
            cells.add(line.source());
            cells.add(line.readModel());
            cells.add(line.difference());
            rows.add(cells);
        }
        for (var source : away) {
            var cells = new ArrayList<Object>(List.of(source.resource(), source.reason()));
            cells.addAll(Collections.nCopies(5, null));
            rows.add(cells);
        }
        return rows;
    }
}
