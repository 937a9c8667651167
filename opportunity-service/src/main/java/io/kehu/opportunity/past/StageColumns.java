package io.kehu.opportunity.past;

import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When a deal came into which stage: a column for every code that a pipeline knows, in whatever version. */
@ApplicationScoped
class StageColumns {

    static final String PREFIX = "enteredAt.";

    private final PipelineRepository pipelines;

    StageColumns(PipelineRepository pipelines) {
        this.pipelines = pipelines;
    }

    /** As the pipelines are now. */
    List<Column> all() {
        return QuarkusTransaction.joiningExisting().call(() -> columns(pipelines.stages()));
    }

    /** Headings do not tell underscores, so of codes that differ by nothing else the first has the column. */
    private static List<Column> columns(List<Stage> stages) {
        var byCode = new LinkedHashMap<String, List<Stage>>();
        stages.forEach(stage -> byCode.computeIfAbsent(Column.key(stage.code()), _ -> new ArrayList<>())
                .add(stage));
        var taken = new HashSet<String>();
        return byCode.values().stream().map(same -> column(same, taken)).toList();
    }

    private static Column column(List<Stage> same, Set<String> taken) {
        var code = same.getFirst().code();
        return Column.of(
                        ColumnType.INSTANT,
                        PREFIX + code,
                        name("Entered " + same.getFirst().name(), code, taken),
                        name("进入" + same.getFirst().chineseName(), code, taken))
                .alsoCalled(furtherNames(same))
                .described("When the deal entered this stage; leave it empty where nobody knows", "进入该阶段的时间，不清楚则留空");
    }

    /** Stages of several pipelines may share a name; those that come later go by their codes then. */
    private static String name(String name, String code, Set<String> taken) {
        return taken.add(Column.key(name)) ? name : PREFIX + code;
    }

    private static String[] furtherNames(List<Stage> same) {
        return same.stream()
                .<String>mapMulti((stage, names) -> {
                    names.accept("Entered " + stage.name());
                    names.accept("进入" + stage.chineseName());
                })
                .distinct()
                .toArray(String[]::new);
    }

    /** By the code of the stage; null if the row tells of none. */
    static Map<String, Instant> read(RowValues row) {
        var times = new HashMap<String, Instant>();
        for (var field : row.filled(PREFIX)) {
            var time = row.instant(field);
            if (time != null) {
                times.put(field.substring(PREFIX.length()), time);
            }
        }
        return times.isEmpty() ? null : times;
    }
}
