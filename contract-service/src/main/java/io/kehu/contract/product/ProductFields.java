package io.kehu.contract.product;

import io.kehu.events.Money;
import io.kehu.platform.money.Decimals;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a product, when creating as when changing. */
@Schema(description = "The editable fields of a product 产品")
public record ProductFields(
        @Schema(description = "Code 产品编码, unique; it stays as it was first given", examples = "GTX-500")
        @NotBlank
        @Size(max = 100)
        String code,

        @Schema(description = "Name 产品名称") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Kind 类型; GOODS when left out")
        Product.Kind kind,

        @Schema(description = "Category 产品分类") @Size(max = 100)
        String category,

        @Schema(description = "Specification 规格型号") @Size(max = 500)
        String specification,

        @Schema(description = "Unit 单位", examples = "台") @Size(max = 50)
        String unit,

        @Schema(description = "List price 标准价格") @ValidMoney Money price,

        @Schema(description = "Tax rate 税率, 0 to 1", examples = "0.13")
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal taxRate,

        @Schema(description = "Whether it can be sold 上架; true when left out")
        Boolean onShelf,

        @Schema(description = "Description 产品描述") @Size(max = 5000)
        String description) {

    public ProductFields {
        code = code == null ? null : code.strip();
        taxRate = Decimals.plain(taxRate);
    }
}
