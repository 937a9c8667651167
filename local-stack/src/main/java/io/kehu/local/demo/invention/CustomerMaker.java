package io.kehu.local.demo.invention;

import java.util.List;

/** Makes customers up: half of them Chinese, some of them groups of companies. */
final class CustomerMaker {

    private static final List<Integer> BIGGEST = List.of(49, 199, 499, 999, 9000);
    private static final int BLOCK = 10;
    private static final int LARGEST_GROUP = 4;

    private final long seed;
    private final int year;
    private final Vocabulary chinese = Vocabulary.chinese();
    private final Vocabulary english = Vocabulary.english();

    /** @param year of today, in which nothing is founded any more */
    CustomerMaker(long seed, int year) {
        this.seed = seed;
        this.year = year;
    }

    /** @param index from 1; the head of a group always comes before its companies */
    MadeCustomer customer(int index) {
        var dice = Dice.of(seed, "customer", index);
        var parent = parent(index);
        var words = dice.chance(0.5) ? chinese : english;
        var country = dice.oneOf(words.countries());
        var brand = dice.oneOf(words.brandBeginnings()) + dice.oneOf(words.brandEndings());
        if (parent != 0) {
            var head = customer(parent);
            words = head.words();
            country = head.country();
            brand = head.brand();
        }
        var place = dice.oneOf(country.places());
        var business = dice.oneOf(words.businesses());
        var isGroup = parent == 0 && companies(index) > 0;
        var size = isGroup ? BIGGEST.size() - 1 : dice.weighted(45, 28, 14, 8, 5);
        var employees = dice.between(size == 0 ? 5 : BIGGEST.get(size - 1) + 1, BIGGEST.get(size));
        var big = employees >= 500;
        return new MadeCustomer(
                index,
                words,
                country,
                place,
                parent,
                brand,
                isGroup ? groupName(words, brand, country) : companyName(dice, words, place, brand, business, country),
                isGroup ? "GROUP" : "COMPANY",
                words == chinese ? CreditCode.of(seed % 100 * 1_000_000 + index) : null,
                business.code(),
                employees,
                employees * 1000L * dice.between(300, 1500),
                dice.between(year - 45, year - 1),
                country.phone().formatted(dice.between(0, country.phones() - 1)),
                dice.oneOf(words.sources()),
                List.of("A", "B", "C").get(big ? dice.weighted(6, 3, 1) : dice.weighted(1, 4, 5)),
                dice.chance(0.35) ? List.of(dice.oneOf(words.tags())) : List.of(),
                isGroup || big && dice.chance(0.5) ? Seller.MANAGER : place.west() ? Seller.WEST : Seller.EAST);
    }

    /** Within each block of indices the first may be the head of the next ones. */
    private int parent(int index) {
        var head = (index - 1) / BLOCK * BLOCK + 1;
        return index > head && index - head <= companies(head) ? head : 0;
    }

    private int companies(int index) {
        if (index % BLOCK != 1) {
            return 0;
        }
        var dice = Dice.of(seed, "group", index);
        return dice.chance(0.4) ? dice.between(2, LARGEST_GROUP) : 0;
    }

    private static String groupName(Vocabulary words, String brand, Vocabulary.Country country) {
        return String.join(words.separator(), brand, country.group());
    }

    private static String companyName(
            Dice dice,
            Vocabulary words,
            Vocabulary.Place place,
            String brand,
            Vocabulary.Business business,
            Vocabulary.Country country) {
        return String.join(
                words.separator(), place.word(), brand, dice.oneOf(business.words()), dice.oneOf(country.legalForms()));
    }
}
