package io.kehu.gateway.directory;

import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds ETag, Location and the link to the next page, and answers 304 and 412, as every service does. */
public class EntityTags {

    /** Fails with 412 unless {@code ifMatch} is absent or names {@code current}. */
    static void require(String ifMatch, Tagged current) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains("\"" + current.tag() + "\"")) {
            throw new Refused(Refusal.STALE, current.tag());
        }
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Tagged view) {
            tag(request, response, view);
        }
        if (response.getEntity() instanceof Slice<?> slice && slice.nextCursor() != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", slice.nextCursor())
                    .build();
            response.getHeaders()
                    .putSingle("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
    }

    private static void tag(ContainerRequestContext request, ContainerResponseContext response, Tagged view) {
        var tag = "\"" + view.tag() + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (response.getStatus() == 201) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, view.served());
        }
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && request.getMethod().equals("GET") && (known.equals("*") || known.contains(tag))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
