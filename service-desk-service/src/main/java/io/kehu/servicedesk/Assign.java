package io.kehu.servicedesk;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to work on a ticket: a person, or a group whose members take it from there. */
@Schema(description = "Who is to work on a ticket 处理人; a person, a group or both")
public record Assign(
        @Schema(description = "Username; left out: whose turn it is in the group, or nobody yet")
        @Size(max = 100)
        @Pattern(regexp = ".*\\S.*")
        String assignee,

        @Schema(description = "Support group 处理组; unchanged when left out")
        @Size(max = 100)
        @Pattern(regexp = ".*\\S.*")
        String group,

        @Schema(description = "Group path 所属部门; the assignee's own when left out")
        @Size(max = 500)
        @Pattern(regexp = "/.*")
        String team) {}
