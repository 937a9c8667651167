package io.kehu.customer;

import java.util.UUID;

/** In which pool a customer lies, or from which it was claimed last: read before and under the lock of a claim. */
record Holding(UUID poolId, UUID lastPoolId) {}
