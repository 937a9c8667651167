package io.kehu.contract;

import io.kehu.platform.problem.RuleViolation;

/** Where a contract stands with the customer 合同状态. */
public enum ContractStatus {
    DRAFT,
    SIGNED,
    IN_PROGRESS,
    COMPLETED,
    TERMINATED,
    VOIDED;

    /** Gives {@code next}, or fails with 409 if it cannot follow. */
    ContractStatus moveTo(ContractStatus next) {
        var allowed = switch (next) {
            case DRAFT -> false;
            case SIGNED, VOIDED -> this == DRAFT;
            case IN_PROGRESS -> this == SIGNED;
            case COMPLETED -> this == IN_PROGRESS;
            case TERMINATED -> this == SIGNED || this == IN_PROGRESS;
        };
        if (!allowed) {
            throw new RuleViolation("contract.status-move", this, next);
        }
        return next;
    }
}
