package io.kehu.local.demo.invention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Makes follow-ups of customers up, more of them where there are deals. */
final class ActivityMaker {

    private static final List<String> RESULTS = List.of("NEW_NEED", "NEEDS_FOLLOW_UP", "AGREED", "REJECTED");

    private final long seed;
    private final Instant today;

    ActivityMaker(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    List<MadeActivity> activities(MadeCustomer customer, List<MadeDeal> deals) {
        var count = Dice.of(seed, "activities", customer.index()).between(0, Math.min(1 + deals.size(), 4));
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> activity(customer, deals, position))
                .toList();
    }

    private MadeActivity activity(MadeCustomer customer, List<MadeDeal> deals, int position) {
        var dice = Dice.of(seed, "activity-" + position, customer.index());
        var text = dice.oneOf(customer.words().activities());
        var call = text.type().equals("CALL");
        return new MadeActivity(
                "activity-%06d-%d".formatted(customer.index(), position),
                customer,
                deals.isEmpty() || dice.chance(0.3) ? null : dice.oneOf(deals).externalId(),
                text,
                today.minus(Duration.ofMinutes(dice.magnitude(60, 260_000))),
                dice.between(1, 24) * 5,
                call ? dice.chance(0.8) ? "CONNECTED" : "NO_ANSWER" : null,
                dice.chance(0.6) ? dice.oneOf(RESULTS) : null);
    }
}
