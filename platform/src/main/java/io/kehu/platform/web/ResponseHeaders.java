package io.kehu.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer carries: the trace id, and for a single record its ETag, Location when created, 304 when unchanged. */
public class ResponseHeaders {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Trace-Id", TraceIds.current());
        if (response.getEntity() instanceof Versioned view) {
            var etag = "\"" + view.lifespan().version() + "\"";
            response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
            if (response.getStatus() == 201) {
                response.getHeaders().putSingle(HttpHeaders.LOCATION, view.path());
            }
            if (unchanged(request, etag)) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }

    private static boolean unchanged(ContainerRequestContext request, String etag) {
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Set.of("GET", "HEAD").contains(request.getMethod())
                && (known.equals("*") || known.contains(etag));
    }
}
