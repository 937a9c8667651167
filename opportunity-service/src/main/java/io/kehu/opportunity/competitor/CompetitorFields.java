package io.kehu.opportunity.competitor;

import io.kehu.events.CustomFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a competitor, when creating as when changing. */
@Schema(description = "The editable fields of a competitor 竞争对手")
public record CompetitorFields(
        @Schema(description = "Name 名称, which no other has") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Website 网站", examples = "https://example.com") @Size(max = 500)
        String website,

        @Schema(description = "What is offered 产品类别") @Size(max = 50)
        Set<@NotBlank @Size(max = 100) String> productCategories,

        @Schema(description = "Market shares 市场份额, one for each period") @Size(max = 100)
        List<@NotNull @Valid MarketShare> marketShares,

        @Schema(description = "Sales channels 销售渠道") @Size(max = 50)
        Set<@NotBlank @Size(max = 100) String> salesChannels,

        @Schema(description = "Strengths 优势") @Size(max = 5000)
        String strengths,

        @Schema(description = "Weaknesses 劣势") @Size(max = 5000)
        String weaknesses,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/competitors/custom-fields")
        CustomFields customFields,

        @Schema(description = "Tags 标签", examples = "[\"国际厂商\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags) {

    public CompetitorFields {
        name = name == null ? null : name.strip();
    }

    CompetitorFields with(CustomFields values) {
        return new CompetitorFields(
                name, website, productCategories, marketShares, salesChannels, strengths, weaknesses, values, tags);
    }
}
