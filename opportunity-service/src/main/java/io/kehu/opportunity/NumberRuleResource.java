package io.kehu.opportunity;

import io.kehu.platform.eventlog.NumberRule;
import io.kehu.platform.eventlog.NumberRuleView;
import io.kehu.platform.eventlog.NumberRules;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/opportunities/number-rules")
@Tag(name = "Opportunities 商机")
@RunOnVirtualThread
@Idempotent
public class NumberRuleResource {

    /** The usual text of each kind of records. */
    private static final Map<String, String> KINDS = Map.of(
            "opportunities", "O",
            "leads", "L",
            "campaigns", "M",
            "competitors", "R",
            "targets", "G",
            "market-research", "MR");

    private final NumberRules rules;

    NumberRuleResource(NumberRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("opportunity:read")
    @Operation(
            summary =
                    "List the rules for the numbers of opportunities, leads and what else sales keeps 编号规则列表, all on one page")
    public Page<NumberRuleView> listNumberRules() {
        return new Page<>(rules.of(KINDS), null, null);
    }

    @PUT
    @Path("/{kind}")
    @RolesAllowed("opportunity:admin")
    @Operation(
            summary =
                    "Say how new records of a kind are numbered 设置编号规则; the sequence goes on, and begins anew with the next"
                            + " period")
    public NumberRuleView putNumberRule(String kind, @Valid @NotNull NumberRule rule) {
        return rules.put(KINDS, kind, rule);
    }
}
