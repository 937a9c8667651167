package io.kehu.platform.exchange;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The uploaded files, in sealed pieces in the service's own database, so that a job needs nothing that one replica alone has. */
@ApplicationScoped
class ImportFiles {

    private static final int PIECE = 1 << 18;

    private final Statements statements;

    ImportFiles(Statements statements) {
        this.statements = statements;
    }

    void store(StoredJob job, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var number = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                statements.change(
                        "insert into import_piece (job_id, number, content) values (?, ?, ?)",
                        job.id(),
                        number++,
                        job.key().seal(piece));
            }
        }
    }

    void remove(UUID jobId) {
        statements.change("delete from import_piece where job_id = ?", jobId);
    }

    /** The file, fetched piece by piece as it is read; no transaction is open for it. */
    InputStream open(StoredJob job) {
        return new Pieces(job);
    }

    private final class Pieces extends InputStream {

        private final StoredJob job;
        private InputStream piece = InputStream.nullInputStream();
        private int number;

        Pieces(StoredJob job) {
            this.job = job;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = piece.read(target, offset, length);
            return read < 0 && nextPiece() ? piece.read(target, offset, length) : read;
        }

        private boolean nextPiece() {
            var found = statements.list(
                    "select content from import_piece where job_id = ? and number = ?",
                    row -> row.getBytes(1),
                    job.id(),
                    number);
            if (found.isEmpty()) {
                return false;
            }
            number++;
            piece = new ByteArrayInputStream(job.key().open(found.getFirst()));
            return true;
        }
    }
}
