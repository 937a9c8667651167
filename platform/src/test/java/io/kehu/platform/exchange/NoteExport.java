package io.kehu.platform.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ActivityState;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.NoteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

@ApplicationScoped
class NoteExport implements RowExport<Note> {

    private final NoteRepository notes;

    NoteExport(NoteRepository notes) {
        this.notes = notes;
    }

    record Row(
            @JsonUnwrapped ActivityState state,
            String text,
            Integer priority,
            @Masked(Masking.PHONE) String phone) {}

    @Override
    public String resource() {
        return "notes";
    }

    @Override
    public AggregateRepository<Note> repository() {
        return notes;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("number", "Number", "编号"),
                Column.text("text", "Text", "内容"),
                Column.of(ColumnType.INTEGER, "priority", "Priority", "优先级"),
                Column.text("phone", "Phone", "电话"),
                Column.text("owner", "Owner", "负责人"));
    }

    @Override
    public Function<Note, Row> views(List<Note> records) {
        return note -> new Row(note.state(), note.text(), note.priority(), note.phone());
    }
}
