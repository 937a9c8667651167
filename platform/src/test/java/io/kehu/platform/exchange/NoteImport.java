package io.kehu.platform.exchange;

import io.kehu.events.ActivityEvent;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.Unavailable;
import io.kehu.platform.testapp.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Notes from a file, one row or several neighbours each; some texts bring about what tests want to see. */
@ApplicationScoped
class NoteImport implements RowImport<NoteImport.NoteRow, Note> {

    private final AtomicInteger away = new AtomicInteger();

    /** How often the service that a row with the text {@code away} needs is not there. */
    AtomicInteger away() {
        return away;
    }

    record NoteRow(
            @NotBlank @Size(max = 30) String number,
            @NotBlank String text,
            @PositiveOrZero Integer priority,
            Instant writtenAt) {}

    @Override
    public String resource() {
        return "notes";
    }

    @Override
    public EventFamily family() {
        return EventFamily.ACTIVITY;
    }

    @Override
    public Class<Note> entity() {
        return Note.class;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("number", "Number", "编号").needed(),
                Column.text("text", "Text", "内容").needed(),
                Column.of(ColumnType.INTEGER, "priority", "Priority", "优先级"),
                Column.of(ColumnType.INSTANT, "writtenAt", "Written at", "时间"));
    }

    @Override
    public Optional<String> groupBy() {
        return Optional.of("externalId");
    }

    @Override
    public Optional<Set<String>> ties() {
        return Optional.of(Set.of());
    }

    @Override
    public NoteRow read(RowValues row) {
        var lines = row.group().stream()
                .map(each -> each.text("text"))
                .filter(text -> text != null)
                .toList();
        return new NoteRow(
                row.text("number"),
                lines.isEmpty() ? null : lines.stream().collect(Collectors.joining("\n")),
                row.integer("priority"),
                row.instant("writtenAt"));
    }

    @Override
    public RowWriter<NoteRow, Note> writer(List<ImportRow<NoteRow>> rows) {
        return new Writer();
    }

    @Override
    public DomainEvent removed(Note note) {
        return note.remove();
    }

    @Override
    public DomainEvent restored(Note note, Set<String> fields) {
        return new ActivityEvent.Updated(fields);
    }

    private final class Writer implements RowWriter<NoteRow, Note> {

        @Override
        public NoteRow current(Note note) {
            return new NoteRow(note.number(), note.text(), null, null);
        }

        @Override
        public Change create(ImportRow<NoteRow> row) {
            var fields = row.command();
            if (fields.text().equals("forbidden")) {
                throw new Invalid("field.type");
            }
            if (fields.text().equals("away") && away.getAndDecrement() > 0) {
                throw new Unavailable("service.unavailable");
            }
            var caller = Caller.current();
            var note = new Note(fields.number(), caller.username(), caller.team(), fields.text(), fields.priority());
            return fields.writtenAt() == null
                    ? Change.now(note, note.logged())
                    : Change.past(note, note.logged(), fields.writtenAt());
        }

        @Override
        public Optional<Change> update(Note note, ImportRow<NoteRow> row) {
            return note.text().equals(row.command().text())
                    ? Optional.empty()
                    : Optional.of(Change.now(note, note.write(row.command().text())));
        }
    }
}
