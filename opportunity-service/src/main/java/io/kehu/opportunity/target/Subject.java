package io.kehu.opportunity.target;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Forbidden;
import io.kehu.platform.problem.Invalid;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose row a target is, so that the rule of rows says who sees it.
 *
 * @param owner the user, or null for a team and the company
 * @param team  the team, or the user's; null for the company
 */
record Subject(String owner, String team) {

    private static final Pattern PATH = Pattern.compile("(/[^/\\p{Cntrl}]+)+");

    /** Fails with 422 if there is no such subject. */
    static Subject of(TargetFields fields, Directory directory) {
        return switch (fields.subjectKind()) {
            case COMPANY -> {
                require(fields.subject() == null, "target.company-subject");
                yield new Subject(null, null);
            }
            case TEAM -> {
                require(fields.subject() != null, "field.required");
                require(PATH.matcher(fields.subject()).matches(), "target.team-path");
                yield new Subject(null, fields.subject());
            }
            case USER -> {
                require(fields.subject() != null, "field.required");
                yield new Subject(fields.subject(), directory.teamOfThePast("subject", fields.subject(), null));
            }
        };
    }

    private static void require(boolean condition, String code) {
        if (!condition) {
            throw new Invalid("validation.failed", List.of(new InvalidField("subject", code)));
        }
    }

    /** Nobody sets targets for those whose rows are not his to change; fails with 403. */
    Subject requireInScope() {
        if (!Visibility.current().inScope(owner, team)) {
            throw new Forbidden("target.out-of-scope");
        }
        return this;
    }
}
