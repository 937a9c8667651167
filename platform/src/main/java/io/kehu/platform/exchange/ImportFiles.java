package io.kehu.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The uploaded files, in pieces in the service's own database, so that a job needs nothing that one replica alone has. */
@ApplicationScoped
class ImportFiles {

    private static final int PIECE = 1 << 18;

    private final Statements statements;

    ImportFiles(Statements statements) {
        this.statements = statements;
    }

    void store(UUID jobId, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var number = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                statements.change(
                        "insert into import_piece (job_id, number, content) values (?, ?, ?)", jobId, number++, piece);
            }
        }
    }

    void remove(UUID jobId) {
        statements.change("delete from import_piece where job_id = ?", jobId);
    }

    /** The file, fetched piece by piece as it is read; no transaction is open for it. */
    InputStream open(UUID jobId) {
        return new Pieces(jobId);
    }

    private final class Pieces extends InputStream {

        private final UUID jobId;
        private InputStream piece = InputStream.nullInputStream();
        private int number;

        Pieces(UUID jobId) {
            this.jobId = jobId;
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
                    jobId,
                    number);
            if (found.isEmpty()) {
                return false;
            }
            number++;
            piece = new ByteArrayInputStream(found.getFirst());
            return true;
        }
    }
}
