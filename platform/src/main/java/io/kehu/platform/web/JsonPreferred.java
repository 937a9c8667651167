package io.kehu.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever accepts anything is answered in JSON where an operation knows it: lists are given as files only when asked for. */
public class JsonPreferred {

    private static final String ANYTHING = "*/*";

    @ServerRequestFilter(preMatching = true)
    public void prefer(ContainerRequestContext request) {
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted == null || accepted.strip().equals(ANYTHING)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, "application/json, " + ANYTHING + ";q=0.5");
        } else if (accepted.contains(ANYTHING) && !accepted.contains("json")) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, accepted + ", application/json;q=0.9");
        }
    }
}
