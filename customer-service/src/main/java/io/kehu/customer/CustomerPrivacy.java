package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.HistoryEntry;
import io.kehu.platform.exchange.ErrorFiles;
import io.kehu.platform.listing.Page;
import io.kehu.platform.personal.AccessEntry;
import io.kehu.platform.personal.AccessLog;
import io.kehu.platform.personal.Reveal;
import io.kehu.platform.personal.Revealed;
import io.kehu.platform.personal.Reveals;
import io.kehu.platform.personal.SubjectKeys;
import io.kehu.platform.problem.Forbidden;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is given what personal data of a customer, and what an individual may ask of us about it, also in the recycle bin. What
 * has been merged into an individual is the same person, and goes with it.
 */
@ApplicationScoped
class CustomerPrivacy {

    private final CustomerRepository customers;
    private final EventLog events;
    private final SubjectKeys keys;
    private final Reveals reveals;
    private final AccessLog log;
    private final ErrorFiles errorFiles;
    private final PersonalTrail trail;

    CustomerPrivacy(
            CustomerRepository customers,
            EventLog events,
            SubjectKeys keys,
            Reveals reveals,
            AccessLog log,
            ErrorFiles errorFiles,
            PersonalTrail trail) {
        this.customers = customers;
        this.events = events;
        this.keys = keys;
        this.reveals = reveals;
        this.log = log;
        this.errorFiles = errorFiles;
        this.trail = trail;
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
        customers.requireAlsoDeleted(id);
        return log.page(EventFamily.CUSTOMER, id, cursor, limit);
    }

    @Transactional
    CustomerView erase(UUID id, String reason) {
        var customer = customers.requirePerson(id);
        var all = withMerged(customer);
        var known = all.stream()
                .flatMap(each -> trail.everKept(each.id(), CustomerPersonal.class).stream())
                .flatMap(CustomerPersonal::knownBy)
                .collect(Collectors.toSet());
        events.record(all.stream().map(each -> Change.now(each, each.erase())).toList());
        for (var each : all) {
            keys.erase(each.id());
            customers.forgetPast(each.id());
            log.add(EventFamily.CUSTOMER, each.id(), AccessEntry.Action.ERASED, AccessLog.EVERYTHING, reason);
        }
        errorFiles.forget(CustomerImport.RESOURCE, known);
        return customer.view();
    }

    /** The customer and those merged into it that are not erased yet; all of them, or nothing is done. */
    private List<Customer> withMerged(Customer customer) {
        var ids = customers.mergedInto(customer.id());
        var found = customers.alsoMerged(ids);
        if (found.size() < ids.size()) {
            throw new RuleViolation("customer.merged-unseen", customer.number(), ids.size() - found.size());
        }
        return Stream.concat(Stream.of(customer), found.stream().filter(each -> each.isPerson() && !each.erased()))
                .toList();
    }

    @Transactional
    CustomerDataExport export(UUID id, String reason) {
        var customer = customers.requirePerson(id);
        if (!customer.isPerson()) {
            throw new NotFound("individual", customer.number());
        }
        var all = withMerged(customer);
        for (var each : all) {
            log.add(EventFamily.CUSTOMER, each.id(), AccessEntry.Action.EXPORTED, AccessLog.EVERYTHING, reason);
        }
        return new CustomerDataExport(
                customer.view(),
                all.stream()
                        .flatMap(each ->
                                HiddenFields.without(trail.wholeHistory(each.id()), each.hiddenFields()).stream())
                        .sorted(Comparator.comparing(HistoryEntry::recordedAt).reversed())
                        .toList(),
                all.stream()
                        .flatMap(each -> trail.allAccesses(EventFamily.CUSTOMER, each.id()).stream())
                        .sorted(Comparator.comparing(AccessEntry::accessedAt).reversed())
                        .toList());
    }
}
