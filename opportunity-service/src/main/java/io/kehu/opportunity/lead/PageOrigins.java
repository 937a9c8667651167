package io.kehu.opportunity.lead;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the pages that a form names read what is answered to them, also why something was refused. */
public class PageOrigins {

    private final LeadForms forms;

    PageOrigins(LeadForms forms) {
        this.forms = forms;
    }

    @ServerRequestFilter
    public void tell(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest http) {
        var origin = http.getHeader("Origin");
        if (origin != null
                && resource.getResourceMethod() != null
                && resource.getResourceMethod().getDeclaringClass() == SubmissionResource.class) {
            http.response().putHeader("Vary", "Origin");
            forms.sentBy(request.getUriInfo().getPathParameters().getFirst("key"))
                    .filter(view -> view.form().takes(origin))
                    .ifPresent(_ -> http.response().putHeader("Access-Control-Allow-Origin", origin));
        }
    }
}
