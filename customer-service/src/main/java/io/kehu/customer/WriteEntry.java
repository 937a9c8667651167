package io.kehu.customer;

import io.kehu.platform.dictionary.DictionaryEntry;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator writes of a dictionary entry. */
@Schema(name = "DictionaryEntryFields", description = "An entry of the company's own 字典项")
public record WriteEntry(
        @Schema(description = "Name in Chinese", examples = "线上直播") @NotBlank @Size(max = 100)
        String zh,

        @Schema(description = "Name in English", examples = "Live stream") @NotBlank @Size(max = 100)
        String en,

        @Schema(description = "Code of the entry that it is a part of", examples = "") @Size(max = 50)
        String parent,

        @Schema(description = "Other texts by which it is meant") @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> aliases,

        @Schema(description = "Whether it may be chosen 启用; true when left out")
        Boolean active,

        @Schema(description = "Place in the list, rising") Integer position) {

    DictionaryEntry entry(String code) {
        return new DictionaryEntry(
                code,
                zh,
                en,
                parent == null || parent.isBlank() ? null : parent,
                aliases == null ? List.of() : List.copyOf(aliases),
                active == null || active,
                position == null ? 1_000 : position);
    }
}
