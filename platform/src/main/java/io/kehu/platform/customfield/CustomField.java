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

        @Schema(description = "Place in forms, rising") int position,

        @Schema(
                description =
                        "Of a FORMULA 公式: an expression over the keys of other fields with + - * / comparisons && || !"
                                + " and ABS AVERAGE CEILING COALESCE FLOOR IF MAX MIN NOT ROUND SUM STR_…; dates subtract to days. A"
                                + " record gets its value when it is saved.",
                examples = "ROUND(seats * price, 2)")
        @Size(max = 500)
        String formula,

        @Schema(
                description =
                        "What a FORMULA gives: NUMBER, TEXT, DATE or BOOLEAN; NUMBER when left out; cannot be changed later")
        Kind result,

        @Schema(
                description =
                        "Whether filters and sorts by it are fast in long lists 索引; the index is made within minutes")
        Boolean indexed) {

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
        MULTI_CHOICE,
        FORMULA
    }

    public CustomField {
        choices = choices == null ? List.of() : List.copyOf(choices);
        active = active == null || active;
        result = kind == Kind.FORMULA && result == null ? Kind.NUMBER : result;
        indexed = indexed != null && indexed;
    }

    CustomField named(String newKey) {
        return new CustomField(
                newKey,
                zh,
                en,
                kind,
                required,
                choices,
                defaultValue,
                help,
                active,
                position,
                formula,
                result,
                indexed);
    }

    /** What its values are: those of a formula are what it results in. */
    Kind valueKind() {
        return kind == Kind.FORMULA ? result : kind;
    }

    boolean calculated() {
        return kind == Kind.FORMULA;
    }

    boolean hasChoices() {
        return kind == Kind.CHOICE || kind == Kind.MULTI_CHOICE;
    }
}
