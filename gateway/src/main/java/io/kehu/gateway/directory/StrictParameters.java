package io.kehu.gateway.directory;

import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that an operation does not know, because a mistyped one would be ignored in silence. */
public class StrictParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var names = known.computeIfAbsent(resource.getResourceMethod(), StrictParameters::names);
        var unknown = sent.stream()
                .filter(name -> !names.contains(name))
                .map(name -> new Refused.Field(name, Refusal.PARAMETER_UNKNOWN, String.join(", ", names)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refused.fields(unknown);
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(RestQuery.class))
                        .forEach(field -> names.add(field.getName()));
            } else if (parameter.isAnnotationPresent(RestQuery.class)) {
                names.add(parameter.getName());
            }
        }
        return names;
    }
}
