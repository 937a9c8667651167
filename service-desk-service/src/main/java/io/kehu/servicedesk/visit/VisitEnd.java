package io.kehu.servicedesk.visit;

import io.kehu.events.VisitEvent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What has become of a return visit, as another system tells it.
 *
 * @param status null for one that is planned
 */
record VisitEnd(
        Visit.Status status,
        @Size(max = 20_000) String result,
        @Size(max = 2000) String reason,
        @PastOrPresent Instant endedAt) {

    /** The same with a status; 422 unless one that has ended tells when, and one that has not tells nothing of an end. */
    VisitEnd judged() {
        var told = new VisitEnd(status == null ? Visit.Status.PLANNED : status, result, reason, endedAt);
        if (told.isEnd() && endedAt == null) {
            throw invalid("endedAt", "field.required");
        }
        if (!told.isEnd() && (endedAt != null || result != null || reason != null)) {
            throw invalid("status", "visit.no-end");
        }
        return told;
    }

    private static Invalid invalid(String field, String code) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code)));
    }

    boolean isEnd() {
        return status == Visit.Status.DONE || status == Visit.Status.CANCELLED;
    }

    /** The event that tells it. */
    VisitEvent told() {
        return switch (status) {
            case PLANNED -> new VisitEvent.Planned();
            case DONE -> new VisitEvent.Done();
            case CANCELLED -> new VisitEvent.Cancelled();
        };
    }
}
