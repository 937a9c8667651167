package io.kehu.local.demo.invention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes opportunities up and sends each one through the stages of the shipped pipeline until it is lost, won or today. */
final class DealMaker {

    private static final int QUOTATION = MadeDeal.STAGES.indexOf("QUOTATION");
    private static final List<Double> CHANCE_OF_LOSS = List.of(0.12, 0.12, 0.10, 0.12, 0.08);
    private static final List<String> LOST_REASONS =
            List.of("PRICE", "COMPETITOR", "NO_BUDGET", "NO_NEED", "TIMING", "NO_RESPONSE");

    private final long seed;
    private final LocalDate today;
    private final List<CatalogueItem> catalogue = CatalogueItem.all();

    DealMaker(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** The better the customer, the more of them. */
    List<MadeDeal> deals(MadeCustomer customer) {
        var dice = Dice.of(seed, "deals", customer.index());
        var count = switch (customer.level()) {
            case "A" -> dice.between(1, 4);
            case "B" -> dice.between(0, 3);
            default -> dice.between(0, 2);
        };
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> deal(customer, position))
                .toList();
    }

    private MadeDeal deal(MadeCustomer customer, int position) {
        var dice = Dice.of(seed, "deal-" + position, customer.index());
        var words = customer.words();
        var product = dice.oneOf(catalogue);
        var entered = way(dice);
        var stage = entered.size() - 1;
        var closed = entered.containsKey("WON") || entered.containsKey("LOST");
        var discount = BigDecimal.valueOf(dice.weighted(5, 2, 2, 1) * 5L, 2);
        var quantity = Math.max(1, dice.magnitude(1, 40) * Math.min(customer.employees(), 2000) / 400);
        var amount = product.price()
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.ONE.subtract(discount))
                .setScale(2, RoundingMode.HALF_UP);
        var stated = dice.chance(0.6) || closed || stage >= QUOTATION;
        return new MadeDeal(
                "deal-%06d-%d".formatted(customer.index(), position),
                customer,
                product,
                quantity,
                dice.oneOf(words.deals())
                        .formatted(words.separator().isEmpty() ? product.chinese() : product.english()),
                stated ? amount : null,
                stated && !closed ? today.plusDays(dice.between(-7, 75)) : null,
                entered,
                entered.containsKey("LOST") ? dice.oneOf(LOST_REASONS) : null,
                dice.oneOf(words.sources()),
                closed ? null : dice.oneOf(words.nextSteps()),
                entered.containsKey("WON") && dice.chance(0.7) ? contract(dice, words, entered.get("WON")) : null);
    }

    /** Old ones have come to their end, new ones are on their way there. */
    private MadeContract contract(Dice dice, Vocabulary words, LocalDate wonOn) {
        var age = ChronoUnit.DAYS.between(wonOn, today);
        return new MadeContract(age > 365 ? 5 : age > 30 ? 4 : dice.between(0, 4), dice.oneOf(words.paymentTerms()));
    }

    private Map<String, LocalDate> way(Dice dice) {
        var entered = new LinkedHashMap<String, LocalDate>();
        var day = today.minusDays(dice.chance(0.45) ? dice.between(1, 80) : dice.between(80, 540));
        for (var stage = 0; !day.isAfter(today); stage++) {
            entered.put(MadeDeal.STAGES.get(stage), day);
            if (stage == CHANCE_OF_LOSS.size()) {
                break;
            }
            day = day.plusDays(dice.magnitude(2, 45));
            if (dice.chance(CHANCE_OF_LOSS.get(stage)) && !day.isAfter(today)) {
                entered.put("LOST", day);
                break;
            }
        }
        return entered;
    }
}
