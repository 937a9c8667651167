package io.kehu.customer;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether rules may take a customer away from its owner. */
@Schema(description = "Whether a customer is kept from being recycled 锁定")
record LockCustomer(@NotNull Boolean locked) {}
