package io.kehu.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;

/** Keycloak did not do what it was asked; whoever asked knows what that means to the caller. */
public final class KeycloakRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode answer;

    KeycloakRefusal(int status, JsonNode answer) {
        super("Keycloak answers " + status, null, false, true);
        this.status = status;
        this.answer = answer;
    }

    public int status() {
        return status;
    }

    /** Keycloak's own words; empty if it has none. */
    public String message() {
        return answer.path("errorMessage").asText(answer.path("error").asText(""));
    }

    /** The field that it refuses, or empty. */
    public String field() {
        return answer.path("field").asText("");
    }
}
