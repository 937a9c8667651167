package io.kehu.reporting.driver;

import io.kehu.reporting.Sql;

/**
 * What may move the overall score, as far as answers tell it.
 *
 * @param code  of the dimension, or name of the {@link Fact}
 * @param fact  null for a dimension
 * @param known answers that tell it
 * @param least the least figure among them
 * @param most  the greatest
 */
record Candidate(String code, Fact fact, long known, double least, double most) {

    /** Its figure where {@code survey s} and {@code ticket t} stand. */
    Sql figure() {
        return fact == null ? Sql.of("(s.scores ->> ?)::double precision", code) : Sql.of(fact.figure());
    }

    double middle() {
        return (least + most) / 2;
    }

    LeftOut leftOut(LeftOut.Reason reason) {
        return new LeftOut(code, known, reason);
    }
}
