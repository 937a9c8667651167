package io.kehu.customer.contact;

import io.kehu.platform.batch.Batch;
import io.kehu.platform.batch.BatchAnswer;
import io.kehu.platform.batch.BatchCommands;
import io.kehu.platform.batch.Batches;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/contacts/batch")
@Tag(name = "Contacts 联系人")
@RunOnVirtualThread
@Idempotent
public class ContactBatchResource {

    private final ContactService service;
    private final Batches batches;

    ContactBatchResource(ContactService service, Batches batches) {
        this.service = service;
        this.batches = batches;
    }

    @POST
    @NeverReplayed
    @ResponseStatus(207)
    @RolesAllowed("contact:write")
    @Operation(
            summary = "Create, change and delete up to 200 contacts 批量新建、修改、删除, each judged as if it were sent alone;"
                    + " deleting takes contact:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<ContactFields> batch) {
        return batches.run(
                batch, atomic, new BatchCommands<>("contact", service::create, service::update, service::delete));
    }
}
