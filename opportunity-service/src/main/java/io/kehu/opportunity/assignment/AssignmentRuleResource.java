package io.kehu.opportunity.assignment;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/assignment-rules")
@Tag(name = "Automatic assignment 自动分配")
@RunOnVirtualThread
@Idempotent
public class AssignmentRuleResource {

    private final AssignmentRules rules;

    AssignmentRuleResource(AssignmentRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("lead:read")
    @Operation(summary = "List the rules of automatic assignment 自动分配规则 in their order, all on one page")
    public Page<AssignmentRuleView> listRules() {
        return new Page<>(rules.all(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("lead:read")
    @Operation(summary = "Get a rule of automatic assignment 查看自动分配规则")
    public AssignmentRuleView getRule(String key) {
        return rules.require(key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("lead:admin")
    @Operation(
            summary =
                    "Define a rule of automatic assignment for leads or opportunities, or change one 定义自动分配规则; it is not deleted but set inactive")
    public AssignmentRuleView putRule(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String key, @Valid @NotNull AssignmentRule rule) {
        return rules.put(key, rule);
    }
}
