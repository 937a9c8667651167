package io.kehu.contract;

import io.kehu.platform.problem.RuleViolation;

/** Approval 审批 of a contract within the house; a change takes it back to the draft. */
public enum Approval {
    DRAFT,
    PENDING,
    APPROVED,
    REJECTED;

    /** Gives {@code next}, or fails with 409 if it cannot follow. */
    Approval moveTo(Approval next) {
        var allowed = switch (next) {
            case PENDING -> this == DRAFT || this == REJECTED;
            case DRAFT, APPROVED, REJECTED -> this == PENDING;
        };
        if (!allowed) {
            throw new RuleViolation("contract.approval-move", this, next);
        }
        return next;
    }
}
