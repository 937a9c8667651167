package io.kehu.opportunity.assignment;

import java.util.List;

/**
 * Who may be given something by a rule.
 *
 * @param usernames of those who may own records now and are not away, in the order in which they take their first turns
 */
public record Candidates(
        String rule,
        AssignmentRule.Subject subject,
        AssignmentRule.Method method,
        String team,
        List<String> usernames) {

    /** Those of a team take turns for each kind of work. */
    String queue() {
        return subject + ":" + team;
    }
}
