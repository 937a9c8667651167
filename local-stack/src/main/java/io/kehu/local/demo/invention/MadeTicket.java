package io.kehu.local.demo.invention;

import java.time.Instant;
import java.util.List;

/**
 * A made-up service request.
 *
 * @param live    whether it goes through its states in Kehu itself, instead of having done so somewhere else before
 * @param updates its way so far; for a live one, the way to go
 * @param slaMet  null while it is not resolved
 * @param score   what the customer answers when a live one is closed, 1 to 5, or 0 for no answer
 */
public record MadeTicket(
        String externalId,
        MadeCustomer customer,
        Vocabulary.TicketText text,
        String channel,
        String impact,
        String urgency,
        boolean live,
        List<Update> updates,
        Boolean slaMet,
        int score,
        String comment) {

    public record Update(String status, Instant at) {}

    public Instant openedAt() {
        return updates.getFirst().at();
    }

    /** How often it came into {@code status}. */
    public long count(String status) {
        return updates.stream().filter(update -> update.status().equals(status)).count();
    }

    public String status() {
        return updates.getLast().status();
    }
}
