package io.kehu.reporting.satisfaction;

import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Which dimensions answers have scores of, so that questions about them can be put with a column for each. */
@ApplicationScoped
public class SurveyDimensions {

    /** An index knows what each answer tells; of many answers that tell the same, only one is looked at. */
    private static final String DIMENSIONS = """
            with recursive told as (
              ({first} order by 1 limit 1)
              union all
              select ({first} and {dimensions} > told.dimensions order by 1 limit 1) from told where told.dimensions is not null)
            select distinct jsonb_array_elements_text(dimensions) as dimension from told order by dimension""";

    private static final String FIRST = """
            select {dimensions} as dimensions
              from survey s
             where s.kind = {kind} and s.answered_at is not null and not s.deleted""";

    private static final Sql TOLD = Sql.of("jsonb_path_query_array(s.scores, '$.keyvalue().key')");

    private final ReadModel readModel;

    SurveyDimensions(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** Of all answers to surveys of a kind, in the order of their names. */
    public List<String> of(SurveyKind kind) {
        var first = Sql.of(FIRST, Map.of("dimensions", TOLD, "kind", kind.name()));
        return readModel.query(Sql.of(DIMENSIONS, Map.of("first", first, "dimensions", TOLD)), row -> row.getString(1));
    }
}
