package io.kehu.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The headers of an event's Kafka record: CloudEvents 1.0 in binary mode, with extension attributes for what it lacks. */
public final class EventHeaders {

    private EventHeaders() {}

    /** @param source path of the publishing service, for instance {@code /kehu/customer-service} */
    public static Map<String, String> write(EventMetadata metadata, String source) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", metadata.id().toString());
        headers.put("ce_type", metadata.type());
        headers.put("ce_source", source);
        headers.put("ce_subject", metadata.aggregateId().toString());
        headers.put("ce_time", metadata.occurredAt().toString());
        headers.put("content-type", "application/json");
        headers.put("ce_version", Long.toString(metadata.version()));
        headers.put("ce_recordedtime", metadata.recordedAt().toString());
        headers.put("ce_actor", metadata.actor());
        headers.put("ce_origin", metadata.origin().name());
        headers.put("ce_historical", Boolean.toString(metadata.historical()));
        if (metadata.cause() != null) {
            headers.put("ce_cause", metadata.cause());
        }
        return headers;
    }

    /**
     * @param header gives the value of a header, or null
     * @throws IllegalArgumentException if one is missing or cannot be read
     */
    public static EventMetadata read(UnaryOperator<String> header) {
        return new EventMetadata(
                UUID.fromString(required(header, "ce_id")),
                required(header, "ce_type"),
                UUID.fromString(required(header, "ce_subject")),
                Long.parseLong(required(header, "ce_version")),
                required(header, "ce_actor"),
                Origin.valueOf(required(header, "ce_origin")),
                header.apply("ce_cause"),
                Instant.parse(required(header, "ce_time")),
                Instant.parse(required(header, "ce_recordedtime")),
                Boolean.parseBoolean(required(header, "ce_historical")));
    }

    private static String required(UnaryOperator<String> header, String name) {
        var value = header.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return value;
    }
}
