package io.kehu.opportunity.assignment;

import io.kehu.platform.assignment.Absence;
import io.kehu.platform.assignment.AbsenceView;
import io.kehu.platform.assignment.Absences;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/absences")
@Tag(name = "Automatic assignment 自动分配")
@RunOnVirtualThread
@Idempotent
public class AbsenceResource {

    private static final String ADMIN = "lead:admin";

    private final Absences absences;

    AbsenceResource(Absences absences) {
        this.absences = absences;
    }

    @GET
    @RolesAllowed("lead:read")
    @Operation(summary = "Who is away or will be 缺勤列表, all on one page")
    public Page<AbsenceView> listAbsences() {
        return new Page<>(absences.all(), null, null);
    }

    @PUT
    @Path("/{username}")
    @RolesAllowed("lead:write")
    @Operation(summary = "Say that one is away 设置缺勤; for anybody but oneself it takes lead:admin")
    public AbsenceView putAbsence(
            @Pattern(regexp = Absences.USERNAME) String username, @Valid @NotNull Absence absence) {
        return absences.put(username, absence, ADMIN);
    }

    @DELETE
    @Path("/{username}")
    @RolesAllowed("lead:write")
    @Operation(summary = "Say that one is back 取消缺勤; for anybody but oneself it takes lead:admin")
    public void deleteAbsence(String username) {
        absences.delete(username, ADMIN);
    }
}
