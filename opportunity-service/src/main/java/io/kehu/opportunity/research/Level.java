package io.kehu.opportunity.research;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a need matters, or how sure a piece of intelligence is. */
@Schema(name = "ResearchLevel")
public enum Level {
    HIGH,
    MEDIUM,
    LOW
}
