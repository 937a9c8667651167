package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A patch that does not fit its record, told like any other body that does not. */
final class InvalidBody extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    InvalidBody(JsonProcessingException cause) {
        super(cause, Response.Status.BAD_REQUEST);
    }
}
