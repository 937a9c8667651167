package io.kehu.servicedesk.sla;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.SlaState;
import io.kehu.platform.eventlog.Lifespan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clock as the API shows it. */
@Schema(description = "The clock of one promise 服务级别计时")
public record SlaClockView(
        @JsonUnwrapped SlaState state,

        @Schema(description = "Working minutes left 剩余工作分钟, less than nothing if it is late; absent if nobody knows")
        Long remainingMinutes,

        @JsonUnwrapped Lifespan lifespan) {}
