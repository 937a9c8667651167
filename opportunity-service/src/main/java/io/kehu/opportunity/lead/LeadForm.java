package io.kehu.opportunity.lead;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form on a web page by which leads come in without login. */
@Schema(description = "A web form for leads 线索表单")
public record LeadForm(
        @Schema(description = "Name 名称", examples = "官网联系我们") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Source 来源渠道 of the leads that come in", examples = "WEBSITE") @NotBlank @Size(max = 50)
        String source,

        @Schema(description = "The campaign 市场活动 that they come from")
        UUID campaignId,

        @Schema(description = "Team 所属部门 that sees them until they are assigned", examples = "/sales")
        @Pattern(regexp = "(/[^/]+)+")
        @Size(max = 500)
        String team,

        @Schema(description = "Pages that may send it, by the Origin that browsers tell; any when left out")
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?") String> allowedOrigins,

        @Schema(description = "What is agreed to 授权文本; where it is given, nothing is taken without consent")
        @Size(max = 5000)
        String consentText,

        @Schema(description = "How many submissions an address may send in a minute; 10 when left out")
        @Min(1)
        @Max(600)
        Integer perMinute,

        @Schema(
                description =
                        "How many submissions it takes in a minute from all addresses together; 300 when left out")
        @Min(1)
        @Max(60_000)
        Integer totalPerMinute,

        @Schema(description = "Whether it takes submissions 启用; true when left out")
        Boolean active) {

    private static final int PER_MINUTE = 10;
    private static final int TOTAL_PER_MINUTE = 300;

    public LeadForm {
        allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }

    boolean takes(String origin) {
        return (active == null || active)
                && (allowedOrigins.isEmpty() || origin != null && allowedOrigins.contains(origin));
    }

    int mostInAllPerMinute() {
        return totalPerMinute == null ? TOTAL_PER_MINUTE : totalPerMinute;
    }

    int mostPerMinute() {
        return perMinute == null ? PER_MINUTE : perMinute;
    }
}
