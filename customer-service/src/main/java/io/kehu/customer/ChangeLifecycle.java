package io.kehu.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the relationship with a customer is to stand. */
@Schema(description = "Where the relationship with a customer is to stand 客户阶段")
record ChangeLifecycle(
        @Schema(
                description = "PROSPECT 潜在客户 → QUALIFIED 意向客户 → ACTIVE 成交客户 ⇄ AT_RISK 流失预警 → CHURNED 流失 → ACTIVE;"
                        + " any → BLACKLISTED 黑名单 → PROSPECT",
                examples = "QUALIFIED")
        @NotNull
        Lifecycle lifecycle,

        @Schema(
                description = "Why 原因; required for AT_RISK, CHURNED, BLACKLISTED and for leaving the black list",
                examples = "Budget confirmed")
        @Size(max = 500)
        String reason) {}
