package io.kehu.contract;

import io.kehu.events.Collaborator;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContractService {

    static final String NUMBER_PREFIX = "K";

    private final ContractRepository contracts;
    private final ContractLines lines;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final Sharing sharing;

    ContractService(
            ContractRepository contracts,
            ContractLines lines,
            EventLog events,
            History history,
            Numbers numbers,
            Sharing sharing) {
        this.contracts = contracts;
        this.lines = lines;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.sharing = sharing;
    }

    @Transactional
    ContractView create(ContractFields fields) {
        var caller = Caller.current();
        var complete = lines.complete(fields, List.of());
        var contract = new Contract(numbers.next(NUMBER_PREFIX), caller.username(), caller.team(), complete);
        events.record(contract, contract.drafted());
        return contract.view();
    }

    ContractView get(UUID id) {
        return contracts.require(id).view();
    }

    /** The contract as it was recorded at {@code instant}, for whoever may see it now. */
    ContractView get(UUID id, Instant instant) {
        var now = contracts.require(id).lifespan();
        var then = history.at(id, instant, ContractState.class, Record.class);
        return new ContractView(then.state(), now.at(then));
    }

    Page<ContractView> page(ListRequest request) {
        return contracts.page(request).map(Contract::view);
    }

    HistoryPage history(UUID id, Long before, int limit) {
        contracts.require(id);
        return history.of(id, before, limit);
    }

    /** What can be changed of a contract that can be changed. */
    ContractFields editable(UUID id) {
        var contract = contracts.require(id);
        contract.requireEditable();
        return contract.fields();
    }

    @Transactional
    ContractView update(UUID id, Patch<ContractFields> patch) {
        var contract = contracts.require(id);
        var before = contract.fields();
        var after = lines.complete(patch.applyTo(before), before.lines());
        contract.update(after).ifPresent(event -> events.record(contract, event));
        return contract.view();
    }

    @Transactional
    ContractView share(UUID id, Collaborator collaborator) {
        return sharing.add(contracts.require(id), collaborator, ContractEvent.Updated::new)
                .view();
    }

    @Transactional
    ContractView unshare(UUID id, String principal) {
        return sharing.remove(contracts.require(id), principal, ContractEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var contract = contracts.require(id);
        events.record(contract, contract.remove());
    }

    ContractTotals totals() {
        return contracts.totals();
    }
}
