package io.kehu.local.demo.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What a part of the suite answered.
 *
 * @param question verb and address, for messages
 * @param location where the thing made is, or null
 */
public record Answer(String question, int status, String location, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new DemoFailure("%s answered %d without JSON".formatted(question, status), e);
        }
    }

    /** The answer itself, if it is a good one. */
    public Answer require() {
        if (!ok()) {
            throw new DemoFailure("%s answered %d: %s".formatted(question, status, body));
        }
        return this;
    }

    /** Nothing for 404, else the answer if it is a good one. */
    public Optional<Answer> ifThere() {
        return status == 404 ? Optional.empty() : Optional.of(require());
    }
}
