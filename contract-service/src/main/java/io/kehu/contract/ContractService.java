package io.kehu.contract;

import io.kehu.events.ContractState;
import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContractService extends RecordService<Contract, ContractView> {

    static final String NUMBER_PREFIX = "K";

    private final ContractRepository contracts;
    private final ContractLines lines;

    ContractService(ContractRepository contracts, ContractLines lines, RecordKeeping keeping) {
        super(EventFamily.CONTRACT, contracts, keeping);
        this.contracts = contracts;
        this.lines = lines;
    }

    @Transactional
    ContractView create(ContractFields fields) {
        var caller = Caller.current();
        var complete = lines.complete(fields, List.of());
        return add(new Contract(number(NUMBER_PREFIX), caller.username(), caller.team(), complete), Contract::drafted);
    }

    @Override
    protected ContractView asRecorded(Contract contract, Instant instant) {
        var then = moment(contract, instant, ContractState.class, Record.class);
        return new ContractView(then.state(), contract.lifespan().at(then));
    }

    /** What can be changed of a contract that can be changed. */
    ContractFields editable(UUID id) {
        var contract = contracts.require(id);
        contract.requireEditable();
        return contract.fields();
    }

    @Transactional
    ContractView update(UUID id, Patch<ContractFields> patch) {
        return change(id, contract -> {
            var before = contract.fields();
            return contract.update(lines.complete(patch.applyTo(before), before.lines()));
        });
    }

    ContractTotals totals() {
        return contracts.totals();
    }
}
