package io.kehu.customer;

import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.dictionary.DictionaryKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dictionary as the API shows it. */
@Schema(name = "Dictionary", description = "The values that a field may take 字典")
public record DictionaryView(
        String name,
        String zh,
        String en,

        @Schema(description = "What it follows; absent for the company's own")
        String standard,

        @Schema(description = "Whether the company may add entries")
        boolean extensible,

        @Schema(description = "Whether other values may be written as well: the entries are proposals")
        boolean open,

        @Schema(description = "Absent in the list of dictionaries")
        List<DictionaryEntry> entries) {

    static DictionaryView of(DictionaryKind kind, List<DictionaryEntry> entries) {
        return new DictionaryView(
                kind.name(), kind.zh(), kind.en(), kind.standard(), kind.owned(), kind.open(), entries);
    }
}
