package io.kehu.customer;

import io.kehu.events.ExternalId;
import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writes the customers of one chunk; those that it makes can be parents of those that follow. */
final class CustomerWriter implements RowWriter<CustomerRow, Customer> {

    private final Map<ExternalId, Customer> parents;
    private final Map<String, KnownRecord> campaigns;
    private final GroupService groups;
    private final Numbers numbers;
    private final Directory directory;
    private final CustomerTerms terms;
    private final Map<UUID, UUID> moves = new HashMap<>();
    private Map<ExternalId, UUID> rolledBack = new HashMap<>();

    /** @param campaigns those that the rows name, by number */
    CustomerWriter(
            Map<ExternalId, Customer> parents,
            Map<String, KnownRecord> campaigns,
            GroupService groups,
            Numbers numbers,
            Directory directory,
            CustomerTerms terms) {
        this.parents = parents;
        this.campaigns = campaigns;
        this.groups = groups;
        this.numbers = numbers;
        this.directory = directory;
        this.terms = terms;
    }

    @Override
    public void assume(Map<ExternalId, UUID> parentsRolledBack) {
        rolledBack = parentsRolledBack;
    }

    @Override
    public CustomerRow current(Customer existing) {
        return existing.row(keyOf(existing.parent()));
    }

    /** The key by which the chunk speaks of a parent, or null if it does not. */
    private String keyOf(Parent parent) {
        return parent == null
                ? null
                : parents.entrySet().stream()
                        .filter(each -> each.getValue().id().equals(parent.customerId()))
                        .map(each -> each.getKey().externalId())
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public Change create(ImportRow<CustomerRow> row) {
        var caller = Caller.current();
        var command = row.command();
        var owner = command.owner() == null ? caller.username() : command.owner();
        var team = command.owner() == null && command.team() == null
                ? caller.team()
                : directory.teamOfThePast("owner", owner, command.team());
        var parent = command.parent() == null ? null : parent(row);
        var fields = terms.settle(null, command.fields().imported(campaign(null, command.campaign()), null));
        var customer = new Customer(numbers.next(CustomerService.NUMBER_PREFIX), owner, team, fields);
        if (parent != null) {
            customer.moveBelow(parent);
            moves.put(customer.id(), parent.customerId());
        }
        if (command.lifecycle() != null) {
            customer.beginAt(command.lifecycle());
        }
        if (row.externalId() != null) {
            parents.put(row.externalId(), customer);
        }
        return Change.now(customer, customer.created());
    }

    @Override
    public Optional<Change> update(Customer existing, ImportRow<CustomerRow> row) {
        requireSameLifecycle(existing, row.command().lifecycle());
        var parent = row.command().parent() == null ? existing.parent() : parent(row);
        var above = parents.get(parentKey(row));
        if (above != null && !parent.equals(existing.parent())) {
            groups.requireNoCycle(existing, above, moves);
        }
        if (!Objects.equals(row.command().owner(), existing.owner())) {
            directory.teamOfThePast(
                    "owner", row.command().owner(), row.command().team());
        }
        var command = row.command();
        var current = existing.fields();
        var campaign = campaign(current.campaignId(), command.campaign());
        var fields = terms.settle(current, command.fields().imported(campaign, current));
        var event = existing.restate(fields, command.owner(), command.team(), parent);
        existing.requireAllowed();
        if (parent != null) {
            moves.put(existing.id(), parent.customerId());
        }
        return event.map(happened -> Change.now(existing, happened));
    }

    private static void requireSameLifecycle(Customer existing, Lifecycle stated) {
        if (stated != null && stated != existing.lifecycle) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("lifecycle", "customer.lifecycle-by-file", existing.lifecycle, stated)));
        }
    }

    /** @param named as the row has it: the present one by its id where the file says nothing */
    private UUID campaign(UUID present, String named) {
        if (named == null || named.equals(Objects.toString(present, null))) {
            return named == null ? null : present;
        }
        var campaign = campaigns.get(named);
        if (campaign == null) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("campaign", "reference.unknown", "campaign", named)));
        }
        return campaign.id();
    }

    /** Null if a row without a key of its own names one, which has no source then. */
    private static ExternalId parentKey(ImportRow<CustomerRow> row) {
        return row.externalId() == null
                ? null
                : new ExternalId(row.externalId().source(), row.command().parent());
    }

    private Parent parent(ImportRow<CustomerRow> row) {
        var command = row.command();
        var pair = parentKey(row);
        var found = parents.containsKey(pair) ? parents.get(pair).id() : rolledBack.get(pair);
        if (found == null) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("parent", "reference.unknown", "customer", command.parent())));
        }
        return new Parent(found, command.parentRelation(), command.parentShare());
    }
}
