package io.kehu.platform.listing;

import io.kehu.platform.changes.Changes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the link to the next page (RFC 8288) to every list. */
public class PageLinks {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        var cursor = switch (response.getEntity()) {
            case Page<?> page -> page.nextCursor();
            case Changes<?> changes when changes.more() -> changes.nextCursor();
            case null, default -> null;
        };
        if (cursor != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build();
            response.getHeaders()
                    .putSingle("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
    }
}
