package io.kehu.reporting.driver;

import io.kehu.reporting.Sql;

/**
 * What may move the overall score, as far as answers tell it.
 *
 * @param code     of the dimension, or name of the {@link Fact}
 * @param fact     null for a dimension
 * @param column   where it stands among what has been summed up, from 1 on; 0 if it has not been
 * @param known    answers that tell it
 * @param constant whether they all tell the same
 */
record Candidate(String code, Fact fact, int column, long known, boolean constant) {

    static Candidate of(String dimension) {
        return new Candidate(dimension, null, 0, 0, false);
    }

    static Candidate of(Fact fact) {
        return new Candidate(fact.name(), fact, 0, 0, false);
    }

    Candidate at(int newColumn) {
        return new Candidate(code, fact, newColumn, known, constant);
    }

    /** The same, once it has been looked for in the answers. */
    Candidate told(long newKnown, boolean newConstant) {
        return new Candidate(code, fact, column, newKnown, newConstant);
    }

    /** Its figure where {@code survey s}, {@code ticket t} and what its clocks {@code c} say stand. */
    Sql figure() {
        return fact == null ? Sql.of("(s.scores ->> ?)::integer", code) : Sql.of(fact.figure());
    }

    LeftOut leftOut(LeftOut.Reason reason) {
        return new LeftOut(code, known, reason);
    }
}
