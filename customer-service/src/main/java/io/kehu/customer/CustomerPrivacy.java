package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.listing.Page;
import io.kehu.platform.personal.AccessEntry;
import io.kehu.platform.personal.AccessLog;
import io.kehu.platform.personal.Reveal;
import io.kehu.platform.personal.Revealed;
import io.kehu.platform.personal.Reveals;
import io.kehu.platform.problem.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who is given what personal data of a customer. */
@ApplicationScoped
class CustomerPrivacy {

    private final CustomerRepository customers;
    private final Reveals reveals;
    private final AccessLog log;

    CustomerPrivacy(CustomerRepository customers, Reveals reveals, AccessLog log) {
        this.customers = customers;
        this.reveals = reveals;
        this.log = log;
    }

    @Transactional
    Revealed reveal(UUID id, Reveal request) {
        var customer = customers.requireReadable(id);
        if (HiddenFields.apply()
                && customer.hiddenFields().contains(request.field().split("\\.")[0])) {
            throw new Forbidden("customer.field-hidden");
        }
        return reveals.reveal(EventFamily.CUSTOMER, customer, request);
    }

    Page<AccessEntry> accesses(UUID id, String cursor, Integer limit) {
        customers.require(id);
        return log.page(EventFamily.CUSTOMER, id, cursor, limit);
    }
}
