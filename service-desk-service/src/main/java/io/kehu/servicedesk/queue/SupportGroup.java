package io.kehu.servicedesk.queue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group that tickets are given to, and how they come from it to its members. */
@Schema(description = "A support group 处理组 with its queue")
public record SupportGroup(
        @Schema(description = "Name 名称", examples = "打印机组") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Team 所属部门 that its tickets belong to; theirs stays when left out", examples = "/service")
        @Pattern(regexp = "(/[^/]+)+")
        @Size(max = 500)
        String team,

        @Schema(description = "Members 成员") @NotNull @Size(max = 500)
        List<@NotNull @Valid Member> members,

        @Schema(description = "How tickets come to members") @NotNull
        Method method,

        @Schema(description = "Whether tickets are given to members by themselves 启用; true when left out")
        Boolean active) {

    /** How tickets come to members. */
    @Schema(name = "SupportMethod")
    public enum Method {
        /** Members take them from the queue 手动领取. */
        MANUAL,
        /** Whoever has waited longest 轮流. */
        ROUND_ROBIN,
        /** Whoever has the fewest open ones 按工作量. */
        LEAST_LOADED
    }

    /** Somebody of a group. */
    @Schema(name = "SupportMember", description = "A member 成员 of a group")
    public record Member(
            @Schema(examples = "li.lei") @NotBlank @Size(max = 100)
            String username,

            @Schema(
                    description =
                            "Skills 技能: categories and types of tickets that go to whoever has the skill, if anybody has it",
                    examples = "[\"printer\",\"REPAIR\"]")
            @Size(max = 100)
            Set<@NotBlank @Size(max = 100) String> skills) {

        public Member {
            skills = skills == null ? Set.of() : Set.copyOf(skills);
        }

        boolean isSkilledIn(Set<String> wanted) {
            return skills.stream().anyMatch(wanted::contains);
        }
    }

    /** Whether it gives tickets to its members by itself. */
    boolean assigns() {
        return method != Method.MANUAL && (active == null || active);
    }
}
