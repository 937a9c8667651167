package io.kehu.opportunity.assignment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is given what comes in; the first rule that fits counts. */
@Schema(description = "A rule of automatic assignment 自动分配规则")
public record AssignmentRule(
        @Schema(description = "Name 名称", examples = "华东官网线索") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What is assigned") @NotNull Subject subject,

        @Schema(description = "Rules are tried in this order 优先级", examples = "10") @Min(0) @Max(10_000)
        int position,

        @Schema(description = "Sources 来源渠道; every one when left out") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> sources,

        @Schema(
                description =
                        "Regions 地区 with all their parts, by name or by code of GB/T 2260; every one when left out",
                examples = "[\"广东省\"]")
        @Size(max = 100)
        Set<@NotBlank @Size(max = 100) String> regions,

        @Schema(description = "Codes of industries 行业 with all their parts; every one when left out") @Size(max = 100)
        Set<@NotBlank @Size(max = 100) String> industries,

        @Schema(description = "Team 所属部门 that gets it", examples = "/sales")
        @NotBlank
        @Pattern(regexp = "(/[^/]+)+")
        @Size(max = 500)
        String team,

        @Schema(description = "Usernames of those who take turns; every member of the team when left out")
        @Size(max = 500)
        List<@NotBlank @Size(max = 100) String> members,

        @Schema(description = "How the next one is chosen") @NotNull
        Method method,

        @Schema(description = "Whether the rule counts 启用; true when left out")
        Boolean active) {

    /** What rules give to people. */
    @Schema(name = "AssignmentSubject")
    public enum Subject {
        LEADS,
        OPPORTUNITIES
    }

    /** How the next one is chosen. */
    @Schema(name = "AssignmentMethod")
    public enum Method {
        /** Whoever has waited longest 轮流. */
        ROUND_ROBIN,
        /** Whoever has the fewest open ones 按工作量. */
        LEAST_LOADED
    }

    public AssignmentRule {
        sources = sources == null ? Set.of() : Set.copyOf(sources);
        regions = regions == null ? Set.of() : Set.copyOf(regions);
        industries = industries == null ? Set.of() : Set.copyOf(industries);
        members = members == null ? List.of() : List.copyOf(members);
    }

    /**
     * @param regionsAbove    the region of what comes in, and those that it is a part of, under all their names
     * @param industriesAbove likewise its industry, by codes
     */
    boolean fits(Subject wanted, String source, Set<String> regionsAbove, Set<String> industriesAbove) {
        return subject == wanted
                && (active == null || active)
                && (sources.isEmpty() || source != null && sources.contains(source))
                && (regions.isEmpty() || regionsAbove.stream().anyMatch(regions::contains))
                && (industries.isEmpty() || industriesAbove.stream().anyMatch(industries::contains));
    }
}
