package io.kehu.platform.assignment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is away, as the API shows it. */
@Schema(description = "Who is away 缺勤, and when")
public record AbsenceView(@Schema(examples = "li.lei") String username, Instant from, Instant until) {}
