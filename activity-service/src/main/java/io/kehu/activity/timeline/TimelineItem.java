package io.kehu.activity.timeline;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that happened, as a timeline lists it. */
@Schema(
        description = "An entry of a timeline 时间线",
        requiredProperties = {"id", "type", "occurredAt", "record"})
public record TimelineItem(
        @Schema(description = "Stable id of the entry") String id,

        @Schema(description = "What happened: an event type", examples = "opportunity.stage-changed")
        String type,

        @Schema(description = "When it was true in the business 发生时间")
        Instant occurredAt,

        @Schema(description = "Who did it; of an activity, who performed it 操作人")
        String actor,

        @Schema(description = "What the entry says of its record: stage, status, owner or score before")
        String from,

        @Schema(description = "What the entry says of its record: stage, status, owner, score or outcome after")
        String to,

        @Schema(description = "The record that it happened to; the entry is shown to whoever may see this")
        RecordLink record) {

    /**
     * @param type for instance {@code ticket}
     * @param kind the record's own type, for instance {@code COMPLAINT}
     * @param name what it is called, or the subject of an activity; null where that is personal data
     */
    @Schema(
            name = "TimelineRecord",
            description = "The record of a timeline entry",
            requiredProperties = {"type", "id"})
    public record RecordLink(String type, UUID id, String number, String name, String kind) {}
}
