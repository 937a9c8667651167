package io.kehu.platform.problem;

import java.util.List;
import java.util.UUID;

/** The record has been merged into another: who reads it is sent there (301), who would change it is told so (409). */
public final class Merged extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final UUID survivorId;

    public Merged(String code, UUID id, UUID survivorId) {
        super(409, code, List.of(), id, survivorId);
        this.id = id;
        this.survivorId = survivorId;
    }

    UUID id() {
        return id;
    }

    UUID survivorId() {
        return survivorId;
    }
}
