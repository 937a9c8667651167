package io.kehu.contract;

import io.kehu.events.ContractEvent;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Function;

/** The steps that a contract takes: through approval 审批, and from signing to its end. */
@ApplicationScoped
@Transactional
class ContractProgress {

    private final ContractRepository contracts;
    private final EventLog events;

    ContractProgress(ContractRepository contracts, EventLog events) {
        this.contracts = contracts;
        this.events = events;
    }

    ContractView submit(UUID id, Comment comment) {
        return step(id, contract -> contract.submit(Caller.current().username(), Comment.text(comment)));
    }

    ContractView withdraw(UUID id, OptionalReason reason) {
        return step(id, contract -> contract.withdraw(OptionalReason.text(reason)));
    }

    ContractView approve(UUID id, Comment comment) {
        return step(id, contract -> contract.approve(Caller.current().username(), Comment.text(comment)));
    }

    ContractView reject(UUID id, Reason reason) {
        return step(id, contract -> contract.reject(reason.reason()));
    }

    ContractView sign(UUID id, SignContract command) {
        return step(id, contract -> contract.sign(command.signedOn()));
    }

    ContractView start(UUID id) {
        return step(id, Contract::start);
    }

    ContractView complete(UUID id, OptionalReason reason) {
        return step(id, contract -> contract.complete(OptionalReason.text(reason)));
    }

    ContractView terminate(UUID id, Reason reason) {
        return step(id, contract -> contract.terminate(reason.reason()));
    }

    ContractView voidDraft(UUID id, OptionalReason reason) {
        return step(id, contract -> contract.voidDraft(OptionalReason.text(reason)));
    }

    private ContractView step(UUID id, Function<Contract, ContractEvent> decision) {
        var contract = contracts.require(id);
        events.record(contract, decision.apply(contract));
        return contract.view();
    }
}
