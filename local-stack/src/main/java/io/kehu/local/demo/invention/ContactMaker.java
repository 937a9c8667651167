package io.kehu.local.demo.invention;

import java.util.List;
import java.util.stream.IntStream;

/** Makes up the people of a customer, more of them where it is large. */
final class ContactMaker {

    private final long seed;

    ContactMaker(long seed) {
        this.seed = seed;
    }

    List<MadeContact> contacts(MadeCustomer customer) {
        var most = customer.employees() < 50 ? 2 : 4;
        var count = Dice.of(seed, "contacts", customer.index()).between(1, most);
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> contact(customer, position))
                .toList();
    }

    private MadeContact contact(MadeCustomer customer, int position) {
        var dice = Dice.of(seed, "contact-" + position, customer.index());
        var words = customer.words();
        var surname = dice.oneOf(words.surnames());
        var givenName = dice.oneOf(words.givenNames());
        var chinese = words.separator().isEmpty();
        return new MadeContact(
                "contact-%06d-%d".formatted(customer.index(), position),
                customer,
                chinese ? surname.text() + givenName.text() : givenName.text() + " " + surname.text(),
                givenName.salutation(),
                dice.oneOf(words.positions()),
                customer.country()
                        .phone()
                        .formatted(dice.between(0, customer.country().phones() - 1)),
                "%s.%s.%06d%d@%s"
                        .formatted(
                                givenName.latin(),
                                surname.latin(),
                                customer.index(),
                                position,
                                customer.country().domain()));
    }
}
