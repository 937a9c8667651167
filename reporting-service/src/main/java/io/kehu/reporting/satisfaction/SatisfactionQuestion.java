package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Argument;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;

/**
 * What is asked of surveys.
 *
 * @param dimension whose scores are asked for, null for the overall ones
 */
record SatisfactionQuestion(
        Period period, SurveyParameters surveys, SurveyKind kind, String dimension, SatisfactionGroup groupBy) {

    SatisfactionQuestion {
        if (groupBy == SatisfactionGroup.DIMENSION) {
            new Argument("dimension", dimension).refuse("nothing beside groupBy=dimension");
        }
    }

    /** The same without groups. */
    SatisfactionQuestion ofAll() {
        return new SatisfactionQuestion(period, surveys, kind, dimension, SatisfactionGroup.NONE);
    }

    /** The score of {@code survey s} that is asked for. */
    Sql score() {
        if (groupBy == SatisfactionGroup.DIMENSION) {
            return Sql.of("mark.score::integer");
        }
        return dimension == null ? Sql.of("s.score") : Sql.of("(s.scores ->> ?)::integer", dimension);
    }

    /** The answers of the period. */
    RecordList answers() {
        return period.records(surveys.records(kind).where("answeredAt=null=false"), "answeredAt")
                .unless(dimension);
    }
}
