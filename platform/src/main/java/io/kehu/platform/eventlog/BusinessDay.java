package io.kehu.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The day that business numbers tell. */
@ApplicationScoped
class BusinessDay {

    private final ZoneId zone;

    BusinessDay(@ConfigProperty(name = "kehu.numbers.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.zone = zone;
    }

    LocalDate get() {
        return LocalDate.now(zone);
    }
}
