package io.kehu.local.demo.invention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes service requests up: most of them past, some to be worked on in Kehu. */
final class TicketMaker {

    private static final List<String> CHANNELS = List.of("PHONE", "EMAIL", "WECHAT", "WEB");
    private static final List<String> LEVELS = List.of("HIGH", "MEDIUM", "LOW");
    private static final Duration TARGET = Duration.ofHours(48);

    private final long seed;
    private final Instant today;

    TicketMaker(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    List<MadeTicket> tickets(MadeCustomer customer) {
        var count = Dice.of(seed, "tickets", customer.index()).weighted(55, 25, 15, 5);
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> ticket(customer, position))
                .toList();
    }

    private MadeTicket ticket(MadeCustomer customer, int position) {
        var dice = Dice.of(seed, "ticket-" + position, customer.index());
        var words = customer.words();
        var live = dice.chance(0.2);
        var updates = live ? liveCourse(dice) : pastCourse(dice);
        var resolved = updates.stream()
                .filter(update -> update.status().equals("RESOLVED"))
                .findFirst();
        var met = resolved.map(
                update -> Duration.between(updates.getFirst().at(), update.at()).compareTo(TARGET) <= 0);
        return new MadeTicket(
                "ticket-%06d-%d".formatted(customer.index(), position),
                customer,
                dice.oneOf(words.tickets()),
                dice.oneOf(CHANNELS),
                LEVELS.get(dice.weighted(2, 5, 3)),
                LEVELS.get(dice.weighted(2, 5, 3)),
                live,
                updates,
                met.orElse(null),
                dice.weighted(15, 3, 5, 15, 35, 27),
                dice.oneOf(words.comments()));
    }

    private List<MadeTicket.Update> liveCourse(Dice dice) {
        return statuses(dice.weighted(55, 15, 8, 4, 10, 8)).stream()
                .map(status -> new MadeTicket.Update(status, today))
                .toList();
    }

    /** What has not come to its end by today ends where it is. */
    private List<MadeTicket.Update> pastCourse(Dice dice) {
        var updates = new ArrayList<MadeTicket.Update>();
        var at = today.minus(Duration.ofMinutes(dice.between(60, 540_000)));
        for (var status : statuses(dice.weighted(70, 16, 8, 6))) {
            if (at.isAfter(today)) {
                break;
            }
            updates.add(new MadeTicket.Update(status, at));
            at = at.plus(Duration.ofMinutes(dice.magnitude(10, 2400)));
        }
        return List.copyOf(updates);
    }

    private static List<String> statuses(int course) {
        return switch (course) {
            case 0 -> List.of("NEW", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "CLOSED");
            case 1 ->
                List.of("NEW", "ASSIGNED", "IN_PROGRESS", "WAITING_CUSTOMER", "IN_PROGRESS", "RESOLVED", "CLOSED");
            case 2 ->
                List.of("NEW", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "REOPENED", "IN_PROGRESS", "RESOLVED", "CLOSED");
            case 3 -> List.of("NEW", "CANCELLED");
            case 4 -> List.of("NEW", "ASSIGNED", "IN_PROGRESS");
            default -> List.of("NEW");
        };
    }
}
