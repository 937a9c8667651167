package io.kehu.servicedesk.priority;

import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.priority.PriorityMatrix.ByUrgency;

/** What every suite begins with. */
public final class UsualPriorities {

    public static final PriorityMatrix MATRIX = new PriorityMatrix(
            new ByUrgency(Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM),
            new ByUrgency(Priority.HIGH, Priority.MEDIUM, Priority.LOW),
            new ByUrgency(Priority.MEDIUM, Priority.LOW, Priority.LOW));

    private UsualPriorities() {}
}
