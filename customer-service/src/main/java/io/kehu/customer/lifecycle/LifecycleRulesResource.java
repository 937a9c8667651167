package io.kehu.customer.lifecycle;

import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/lifecycle-rules")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class LifecycleRulesResource {

    private final LifecycleTable table;

    LifecycleRulesResource(LifecycleTable table) {
        this.table = table;
    }

    @GET
    @RolesAllowed("customer:read")
    @Operation(summary = "By which rules customers move in their lifecycle by themselves 查看流失预警规则")
    public LifecycleRules getLifecycleRules() {
        return table.rules();
    }

    @PUT
    @RolesAllowed("customer:admin")
    @Operation(summary = "Set by which rules customers move in their lifecycle by themselves 设置流失预警规则")
    public LifecycleRules putLifecycleRules(@Valid @NotNull LifecycleRules rules) {
        return table.put(rules);
    }
}
