package io.kehu.activity.timeline;

import io.kehu.events.EventFamily;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whose timeline is asked for. */
record TimelineSubject(EventFamily family, UUID id) {

    private static final Pattern FORM = Pattern.compile(
            "(?<family>customer|opportunity):(?<id>\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    static TimelineSubject parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new BadRequest("validation.failed", List.of(new InvalidField("subject", "timeline.subject", text)));
        }
        var family = parts.group("family").equals("customer") ? EventFamily.CUSTOMER : EventFamily.OPPORTUNITY;
        return new TimelineSubject(family, UUID.fromString(parts.group("id")));
    }

    @Override
    public String toString() {
        return family.aggregate() + ":" + id;
    }
}
