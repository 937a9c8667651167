package io.kehu.platform.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.platform.access.Caller;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.Messages;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.table.Download;
import io.kehu.platform.table.TableType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * What an import resource does. Its methods carry the path, the permission and one call of these, with the resource's name
 * as its {@link RowImport} says it.
 */
@ApplicationScoped
public class Imports {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final ImportCatalogue catalogue;
    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportClaims claims;
    private final ImportWorker worker;
    private final ImportTemplates templates;
    private final Exports exports;
    private final Touches touches;
    private final ObjectMapper mapper;
    private final TransactionSynchronizationRegistry transaction;

    Imports(
            ImportCatalogue catalogue,
            ImportJobs jobs,
            ImportFiles files,
            ImportClaims claims,
            ImportWorker worker,
            ImportTemplates templates,
            Exports exports,
            Touches touches,
            ObjectMapper mapper,
            TransactionSynchronizationRegistry transaction) {
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.files = files;
        this.claims = claims;
        this.worker = worker;
        this.templates = templates;
        this.exports = exports;
        this.touches = touches;
        this.mapper = mapper;
        this.transaction = transaction;
    }

    /**
     * Keeps the file and answers 202 with the job that works it off, on behalf of the current caller.
     *
     * @throws Invalid 422 if the file cannot be read, or has columns that nobody understands; nothing is imported then
     */
    public RestResponse<ImportJob> start(String resource, ImportForm form) {
        var request = CurrentRequestManager.get();
        if (request.getFormData() == null) {
            throw ImportForm.invalid("file", "field.required");
        }
        for (var part : request.getFormData()) {
            if (!ImportForm.PARTS.contains(part)) {
                throw ImportForm.invalid(part, "field.unknown", String.join(", ", ImportForm.PARTS));
            }
        }
        if (form.file == null) {
            throw ImportForm.invalid("file", "field.required");
        }
        var locale = Messages.locale(request.getHttpHeaders().getAcceptableLanguages());
        try {
            var description = catalogue.require(resource);
            var mapping = mapping(form);
            var spare = Files.createTempFile("import", ".csv");
            try {
                var upload = Upload.of(
                        description, exports.columnsOf(resource), form.file.filePath(), spare, form.mode(), mapping);
                var order = upload.order(form.file.fileName(), form.isDryRun(), locale);
                return accepted(QuarkusTransaction.joiningExisting().call(() -> add(order, upload.content())));
            } finally {
                Files.delete(spare);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestResponse<ImportJob> accepted(ImportJob job) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .header(HttpHeaders.LOCATION, "/v1/" + job.resource() + "/imports/" + job.id())
                .build();
    }

    /** An empty file to fill in, in the format and the language that are accepted; a workbook if none is named. */
    public Download template(String resource) {
        templates.require(resource);
        var headers = CurrentRequestManager.get().getHttpHeaders();
        var type = TableType.wanted(headers.getAcceptableMediaTypes(), TableType.XLSX);
        var chinese = Messages.locale(headers.getAcceptableLanguages()).equals(Locale.SIMPLIFIED_CHINESE);
        Download.Content content = out -> templates.write(resource, type, chinese, out);
        return new Download(type.contentType(), resource + "-template." + type.ending(), content);
    }

    /**
     * Answers 202 with a job that takes the import back as far as nobody has changed its records since, on behalf of the
     * current caller; the errors of that job tell what is left and why.
     *
     * @throws Conflict 409 if it has not ended, was a dry run or is no import, or is being taken back already
     */
    public RestResponse<ImportJob> revert(String resource, UUID id) {
        var job = require(resource, id);
        if (job.view().kind() != ImportJob.Kind.IMPORT
                || job.view().dryRun()
                || job.view().finishedAt() == null) {
            throw new Conflict("import.not-revertible");
        }
        var locale =
                Messages.locale(CurrentRequestManager.get().getHttpHeaders().getAcceptableLanguages());
        var layout =
                new FileLayout(new FileFormat("UTF-8", 0, ','), List.of("id", "number"), List.of(List.of(), List.of()));
        var plan = new ImportPlan(ImportMapping.none(), layout);
        return accepted(QuarkusTransaction.joiningExisting().call(() -> {
            var revert = jobs.addRevert(job, plan, locale, touches.count(id))
                    .orElseThrow(() -> new Conflict("import.reverting"));
            transaction.registerInterposedSynchronization(new WakeAfterCommit(worker));
            return revert.view();
        }));
    }

    /** Ends a job, at the latest behind the chunk that is being worked on; what is done until then stays. */
    public ImportJob cancel(String resource, UUID id) {
        require(resource, id);
        return QuarkusTransaction.joiningExisting().call(() -> {
            jobs.cancel(id);
            return require(resource, id).view();
        });
    }

    private ImportMapping mapping(ImportForm form) throws JsonProcessingException {
        var mapping = form.mapping == null || form.mapping.isBlank()
                ? null
                : mapper.readValue(form.mapping, ImportMapping.class);
        return mapping == null ? ImportMapping.none() : mapping;
    }

    private ImportJob add(ImportJobs.Order order, Path content) throws IOException {
        var job = jobs.add(order);
        files.store(job, content);
        transaction.registerInterposedSynchronization(new WakeAfterCommit(worker));
        return job.view();
    }

    /** The caller's imports of this resource, the newest first; everybody's for whoever sees all rows. */
    public Page<ImportJob> list(String resource, String cursor, Integer limit) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > LARGEST_LIMIT) {
            throw new BadRequest("limit.range", LARGEST_LIMIT);
        }
        var found = jobs.list(resource, before(cursor), size + 1);
        var page = found.stream().limit(size).map(StoredJob::view).toList();
        return new Page<>(page, found.size() > size ? page.getLast().id().toString() : null, null);
    }

    private static UUID before(String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("cursor.invalid");
        }
    }

    public ImportJob get(String resource, UUID id) {
        return require(resource, id).view();
    }

    /** The rows rejected so far, as a file in the format of the upload. */
    public Download errors(String resource, UUID id) {
        var job = require(resource, id);
        var caller = Caller.current();
        if (!job.view().createdBy().equals(caller.username()) && !caller.maySeePersonalData()) {
            throw new NotFound("import", id);
        }
        var file = new ErrorFile(job, claims);
        return new Download(
                file.contentType(), "errors-" + id + "." + file.type().ending(), file::write);
    }

    private StoredJob require(String resource, UUID id) {
        return jobs.find(resource, id).orElseThrow(() -> new NotFound("import", id));
    }

    private record WakeAfterCommit(ImportWorker worker) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                worker.wake();
            }
        }
    }
}
