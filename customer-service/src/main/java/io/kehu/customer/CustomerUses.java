package io.kehu.customer;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in the way of deleting a customer. */
@Schema(description = "What hangs on a customer 使用情况")
record CustomerUses(List<Use> items) {

    /**
     * @param kind customer (a subsidiary), contact, opportunity (open), contract (in force) or ticket (open)
     * @param ids  the first of those that the caller may see
     */
    @Schema(name = "CustomerUse")
    record Use(String kind, long count, List<UUID> ids) {}

    long count(String kind) {
        return items.stream()
                .filter(use -> use.kind().equals(kind))
                .mapToLong(Use::count)
                .sum();
    }
}
