package io.kehu.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One customer in its group, with those below it that the caller may see. */
@Schema(description = "A node of the group hierarchy 集团架构")
public record HierarchyNode(
        UUID id,
        String number,
        String name,
        Parent.Relation relation,
        BigDecimal share,
        List<HierarchyNode> children,

        @Schema(
                description =
                        "On the highest node: whether the group has more customers than are told, those furthest below")
        boolean truncated) {}
