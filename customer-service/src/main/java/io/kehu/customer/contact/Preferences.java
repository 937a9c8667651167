package io.kehu.customer.contact;

import io.kehu.events.ContactPreferences;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a contact wants to be spoken to 联系人偏好. */
@Schema(description = "How the person wants to be spoken to 联系人偏好")
public record Preferences(
        Channel channel,

        @Schema(description = "Best hours 最佳联系时间, in the person's time zone", examples = "09:00-11:30")
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")
        String bestHours,

        @Schema(description = "Time zone 时区", examples = "Asia/Shanghai") @Size(max = 50)
        String timeZone,

        @Schema(description = "Language 语言", examples = "zh-CN") @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(description = "No calls 请勿致电") boolean doNotCall,
        @Schema(description = "No e-mails 请勿发邮件") boolean doNotEmail) {

    /** A way of speaking to somebody. */
    @Schema(name = "PreferredChannel")
    public enum Channel {
        PHONE,
        EMAIL,
        WECHAT,
        MEETING
    }

    @AssertTrue(message = "time-zone.unknown")
    @Schema(hidden = true)
    boolean hasKnownTimeZone() {
        try {
            return timeZone == null || ZoneId.of(timeZone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    ContactPreferences published() {
        return new ContactPreferences(
                channel == null ? null : channel.name(), bestHours, timeZone, language, doNotCall, doNotEmail);
    }
}
