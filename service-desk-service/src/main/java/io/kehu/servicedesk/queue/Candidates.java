package io.kehu.servicedesk.queue;

import java.util.List;

/**
 * Who of a group may be given a ticket.
 *
 * @param members who may own records now, in the order in which they take their first turns
 */
public record Candidates(String group, SupportGroup.Method method, String team, List<SupportGroup.Member> members) {}
