package io.kehu.events;

import java.time.LocalDate;
import java.util.Set;

/** What can happen to a contract 合同. */
public sealed interface ContractEvent extends DomainEvent {

    record Drafted() implements ContractEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements ContractEvent {}

    record Submitted(String comment) implements ContractEvent {}

    record Withdrawn(String reason) implements ContractEvent {}

    record Approved(String comment) implements ContractEvent {}

    record Rejected(String reason) implements ContractEvent {}

    record Signed(LocalDate signedOn) implements ContractEvent {}

    record Started() implements ContractEvent {}

    record Completed(String reason) implements ContractEvent {}

    record Terminated(String reason) implements ContractEvent {}

    record Voided(String reason) implements ContractEvent {}

    record Deleted() implements ContractEvent {}

    record Restored() implements ContractEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements ContractEvent {}

    record Unknown(String type) implements ContractEvent {}
}
