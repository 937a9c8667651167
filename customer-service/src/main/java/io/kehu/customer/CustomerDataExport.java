package io.kehu.customer;

import io.kehu.platform.eventlog.HistoryEntry;
import io.kehu.platform.personal.AccessEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is kept of a person who is a customer, to be handed to that person. */
@Schema(description = "All personal data of an individual 个人信息副本")
public record CustomerDataExport(
        CustomerView customer,

        @Schema(
                description =
                        "Every change with its values, also of what has been merged into the customer, the newest first")
        List<HistoryEntry> history,

        @Schema(description = "Who was given values in clear, likewise")
        List<AccessEntry> accesses) {}
