package io.kehu.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON of events: tolerant of fields that a newer version added, strict about nothing else being lost. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private EventJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if it is not JSON of such a value */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a Kafka record: {@code {"data": …, "state": …}}, from the two documents as stored. */
    public static byte[] value(String data, String state) {
        return ("{\"data\":" + data + ",\"state\":" + state + "}").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a Kafka record's value. A type that this version does not know becomes the family's {@code Unknown}, its state
     * still readable.
     *
     * @throws UncheckedIOException if it is not JSON of the expected shape
     */
    public static Event read(EventMetadata metadata, byte[] value) {
        try {
            var family = EventFamily.ofType(metadata.type());
            var document = MAPPER.readTree(value);
            var state = MAPPER.treeToValue(required(document, "state"), family.state());
            return new Event(metadata, data(family, metadata.type(), required(document, "data")), state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DomainEvent data(EventFamily family, String type, JsonNode data) throws JsonProcessingException {
        var known = family.eventsByType().get(type);
        if (known != null) {
            return (DomainEvent) MAPPER.treeToValue(data, known);
        }
        return switch (family) {
            case CUSTOMER -> new CustomerEvent.Unknown(type);
            case CONTACT -> new ContactEvent.Unknown(type);
            case OPPORTUNITY -> new OpportunityEvent.Unknown(type);
            case LEAD -> new LeadEvent.Unknown(type);
            case COMPETITOR -> new CompetitorEvent.Unknown(type);
            case CAMPAIGN -> new CampaignEvent.Unknown(type);
            case CAMPAIGN_MEMBER -> new CampaignMemberEvent.Unknown(type);
            case MARKET_RESEARCH -> new MarketResearchEvent.Unknown(type);
            case TARGET -> new TargetEvent.Unknown(type);
            case LOST_REASON -> new LostReasonEvent.Unknown(type);
            case ACTIVITY -> new ActivityEvent.Unknown(type);
            case TICKET -> new TicketEvent.Unknown(type);
            case SURVEY -> new SurveyEvent.Unknown(type);
            case SLA -> new SlaEvent.Unknown(type);
            case IMPROVEMENT -> new ImprovementEvent.Unknown(type);
            case VISIT -> new VisitEvent.Unknown(type);
            case PRODUCT -> new ProductEvent.Unknown(type);
            case CONTRACT -> new ContractEvent.Unknown(type);
        };
    }

    private static JsonNode required(JsonNode document, String field) throws IOException {
        var node = document.get(field);
        if (node == null) {
            throw new IOException("The record has no field '" + field + "'");
        }
        return node;
    }
}
