package io.kehu.servicedesk.queue;

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

@Path("/v1/support-absences")
@Tag(name = "Support groups 处理组")
@RunOnVirtualThread
@Idempotent
public class SupportAbsenceResource {

    private static final String ADMIN = "ticket:admin";

    private final Absences absences;

    SupportAbsenceResource(Absences absences) {
        this.absences = absences;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "Who of the support is away or will be 客服缺勤列表, all on one page")
    public Page<AbsenceView> listSupportAbsences() {
        return new Page<>(absences.all(), null, null);
    }

    @PUT
    @Path("/{username}")
    @RolesAllowed("ticket:write")
    @Operation(
            summary =
                    "Say that one gets no tickets by the groups meanwhile 设置客服缺勤; for anybody but oneself it takes ticket:admin")
    public AbsenceView putSupportAbsence(
            @Pattern(regexp = Absences.USERNAME) String username, @Valid @NotNull Absence absence) {
        return absences.put(username, absence, ADMIN);
    }

    @DELETE
    @Path("/{username}")
    @RolesAllowed("ticket:write")
    @Operation(
            summary =
                    "Say that one gets tickets by the groups again 取消客服缺勤; for anybody but oneself it takes ticket:admin")
    public void deleteSupportAbsence(String username) {
        absences.delete(username, ADMIN);
    }
}
