package io.kehu.servicedesk.queue;

import io.kehu.events.TicketState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who of a group may be given a ticket.
 *
 * @param members who may own records now and are not away, in the order in which they take their first turns
 */
public record Candidates(String group, SupportGroup.Method method, String team, List<SupportGroup.Member> members) {

    /** Those who have the skill that {@code ticket} needs; all of them if nobody has. */
    List<String> usernames(TicketState ticket) {
        var wanted = Stream.of(ticket.category(), ticket.type())
                .filter(skill -> skill != null)
                .collect(Collectors.toUnmodifiableSet());
        var skilled = skilled(wanted);
        return skilled.isEmpty()
                ? members.stream().map(SupportGroup.Member::username).toList()
                : skilled;
    }

    private List<String> skilled(Set<String> wanted) {
        return members.stream()
                .filter(member -> member.isSkilledIn(wanted))
                .map(SupportGroup.Member::username)
                .toList();
    }
}
