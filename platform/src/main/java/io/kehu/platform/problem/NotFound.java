package io.kehu.platform.problem;

import java.util.List;

/** There is no such record, or the caller may not see it, which is told no differently: 404. */
public final class NotFound extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public NotFound(String kind, Object id) {
        super(404, "not-found", List.of(), kind, id);
    }
}
