package io.kehu.servicedesk.priority;

import io.kehu.platform.sql.Statements;
import io.kehu.servicedesk.setting.VersionedSettings;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** The one matrix of priorities with its versions, of which the newest counts for what is told from then on. */
@Singleton
public class PriorityMatrices extends VersionedSettings<PriorityMatrix, PriorityMatrixView> {

    private static final String KEY = "standard";

    PriorityMatrices(Statements statements) {
        super(
                statements,
                "priority matrix",
                "priority_matrix",
                "matrix",
                PriorityMatrix.class,
                (_, version, matrix, at, by) -> new PriorityMatrixView(version, matrix, at, by));
    }

    public PriorityMatrix current() {
        return view().matrix();
    }

    PriorityMatrixView view() {
        return require(KEY);
    }

    /** The newest first. */
    List<PriorityMatrixView> versions() {
        return versions(KEY);
    }

    @Transactional
    PriorityMatrixView put(PriorityMatrix matrix) {
        return write(KEY, matrix);
    }
}
