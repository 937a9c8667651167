package io.kehu.platform.listing;

import java.util.List;

/** Counts what one request asks of sealed fields, so that asking can be limited. */
final class SealedQuestions {

    private int telling;

    /** Under what {@code text} may be stored; none if no such value can be. */
    List<Long> ask(SealedField field, String text) {
        if (field.index().telling()) {
            telling++;
        }
        return field.index().candidates(text);
    }

    /** How many of them tell more than the masked values show. */
    int telling() {
        return telling;
    }
}
