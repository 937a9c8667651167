package io.kehu.servicedesk.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Special days to be loaded into a calendar. */
@Schema(description = "Special days 节假日与调休 to load; each takes the place of what the calendar says of its date")
public record CalendarDays(@NotEmpty @Size(max = 1000) List<@NotNull @Valid SpecialDay> days) {}
