package io.kehu.platform.savedview;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody saves of a list. */
@Schema(description = "A saved view 视图 or segment 细分 of a list")
public record SaveView(
        @Schema(description = "The list that it is of", examples = "customers") @NotBlank @Size(max = 100)
        String resource,

        @Schema(description = "Name 名称", examples = "华东重点客户") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "RSQL filter 筛选, as the list takes it", examples = "level==A") @Size(min = 1, max = 2000)
        String filter,

        @Schema(description = "Text to search for 搜索") @Size(min = 1, max = 200)
        String q,

        @Schema(description = "Sort 排序", examples = "-createdAt") @Size(min = 1, max = 500)
        String sort,

        @Schema(description = "Columns 列 of its files, by their fields; all when left out") @Size(max = 200)
        List<@NotNull @Size(max = 100) String> columns,

        @Schema(description = "Teams that see it too, with all below them", examples = "[\"/sales/east\"]")
        @Size(max = 50)
        List<@NotNull @Size(max = 500) @Pattern(regexp = "(/[^/\\p{Cntrl}]+)+") String> teams,

        @Schema(description = "Whether everybody sees it; false when left out")
        Boolean everyone) {

    public SaveView {
        columns = columns == null ? List.of() : columns;
        teams = teams == null ? List.of() : teams;
        everyone = Objects.requireNonNullElse(everyone, false);
    }
}
