package io.kehu.gateway.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team as the API shows it. */
@Schema(description = "A team 部门")
record TeamView(
        String id,

        @Schema(description = "Immutable, never used again 路径; rows carry it", examples = "/sales/east")
        String path,

        @Schema(description = "Name that people read 名称") String label,

        @Schema(description = "Path of the team above", nullable = true, examples = "/sales")
        String parent,

        @Schema(description = "Users in this very team 成员数") long members,

        @Schema(description = "Teams right below 下级部门数") int teamsBelow)
        implements Tagged {

    /** Where it is served; the path of the team is another thing. */
    @Override
    public String served() {
        return "/v1/teams/" + id;
    }
}
