package io.kehu.local.demo.invention;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up company, made anew each time that it is gone through, so that it may be of any size.
 *
 * @param seed  the same one makes the same company
 * @param today when nothing is later
 * @param size  number of customers
 */
public record Company(long seed, LocalDate today, int size) {

    public Stream<CatalogueItem> catalogue() {
        return CatalogueItem.all().stream();
    }

    public Stream<MadeCustomer> customers() {
        var maker = new CustomerMaker(seed, today.getYear());
        return IntStream.rangeClosed(1, size).mapToObj(maker::customer);
    }

    public Stream<MadeContact> contacts() {
        var maker = new ContactMaker(seed);
        return customers().flatMap(customer -> maker.contacts(customer).stream());
    }

    public Stream<MadeDeal> deals() {
        var maker = new DealMaker(seed, today);
        return customers().flatMap(customer -> maker.deals(customer).stream());
    }

    public Stream<MadeTicket> tickets() {
        var maker = new TicketMaker(seed, today);
        return customers().flatMap(customer -> maker.tickets(customer).stream());
    }

    public Stream<MadeActivity> activities() {
        var maker = new ActivityMaker(seed, today);
        var deals = new DealMaker(seed, today);
        return customers().flatMap(customer -> maker.activities(customer, deals.deals(customer)).stream());
    }
}
