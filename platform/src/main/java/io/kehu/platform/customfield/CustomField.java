package io.kehu.platform.customfield;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field that the company has defined. */
@Schema(description = "A field that the company has defined 自定义字段")
public record CustomField(
        @Schema(description = "Key in customFields; filters and sorts write custom.key", readOnly = true)
        String key,

        @Schema(description = "Name in Chinese", examples = "合同编号") @NotBlank @Size(max = 100)
        String zh,

        @Schema(description = "Name in English", examples = "Contract reference") @NotBlank @Size(max = 100)
        String en,

        @Schema(description = "What it holds; cannot be changed later") @NotNull
        Kind kind,

        @Schema(description = "Whether a new record needs it")
        boolean required,

        @Schema(description = "What CHOICE and MULTI_CHOICE may hold") @Size(max = 200)
        List<@NotBlank @Size(max = 100) String> choices,

        @Schema(description = "What a new record gets if it says nothing; several choices are separated by semicolons")
        @Size(max = 1000)
        String defaultValue,

        @Schema(description = "Help text for whoever fills it in") @Size(max = 1000)
        String help,

        @Schema(description = "Whether it can be filled in 启用; what is there is kept either way. True when left out")
        Boolean active,

        @Schema(description = "Place in forms, rising") int position) {

    /** How a key is written. */
    public static final String KEY = "[a-z][A-Za-z0-9]{0,39}";

    /** What a field holds. */
    @Schema(name = "CustomFieldKind")
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE,
        MULTI_CHOICE
    }

    public CustomField {
        choices = choices == null ? List.of() : List.copyOf(choices);
        active = active == null || active;
    }

    CustomField named(String newKey) {
        return new CustomField(newKey, zh, en, kind, required, choices, defaultValue, help, active, position);
    }

    boolean hasChoices() {
        return kind == Kind.CHOICE || kind == Kind.MULTI_CHOICE;
    }
}
