package io.kehu.customer;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product that a customer has bought, by the name that the contract gave it. */
@Schema(description = "A product of a signed contract 合作产品/服务")
public record PurchasedProduct(UUID productId, String name) {}
