package io.kehu.customer;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.access.Masks;
import io.kehu.platform.personal.Phone;
import io.kehu.platform.personal.PhoneNumbers;
import io.kehu.platform.personal.SealedText;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an invoice to the customer states 开票信息; kept sealed as a whole. */
@Schema(description = "What an invoice to the customer states 开票信息")
public record InvoiceTitle(
        @Schema(description = "Name on the invoice 发票抬头") @Size(max = 200)
        String title,

        @Schema(description = "Tax number 税号, masked without pii:read") @Masked(Masking.ACCOUNT) @Size(max = 50)
        String taxNumber,

        @Schema(description = "Bank 开户行") @Size(max = 200) String bank,

        @Schema(description = "Bank account 银行账号, masked without pii:read") @Masked(Masking.ACCOUNT) @Size(max = 50)
        String account,

        @Schema(description = "Address 开票地址") @Size(max = 500)
        String address,

        @Schema(description = "Phone 开票电话, masked without pii:read", examples = "+861012345678")
        @Masked(Masking.PHONE)
        @Phone
        @Size(max = 50)
        String phone) {

    public InvoiceTitle {
        phone = PhoneNumbers.normal(phone);
    }

    static SealedText sealed(UUID record, InvoiceTitle title, SealedText present) {
        if (title == null || title.isEmpty()) {
            return null;
        }
        Stream.of(title.taxNumber, title.account, title.phone)
                .filter(Objects::nonNull)
                .forEach(Masks::refuse);
        return SealedText.of(record, EventJson.write(title), present);
    }

    static InvoiceTitle opened(SealedText sealed, UUID record) {
        return sealed == null ? null : EventJson.read(SealedText.text(sealed, record), InvoiceTitle.class);
    }

    boolean isEmpty() {
        return Stream.of(title, taxNumber, bank, account, address, phone).allMatch(Objects::isNull);
    }
}
