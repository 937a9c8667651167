package io.kehu.opportunity.assignment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is given what is made. */
@Schema(name = "AssignTo")
public enum AssignTo {
    /** Whoever makes it, or whom he names. */
    ME,
    /** Whom the rules choose 自动分配, and else the same. */
    AUTO
}
