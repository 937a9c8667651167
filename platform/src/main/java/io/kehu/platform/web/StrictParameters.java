package io.kehu.platform.web;

import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
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
        var errors = sent.stream()
                .filter(name -> !names.contains(name))
                .map(name -> new InvalidField(name, "parameter.unknown", String.join(", ", names)))
                .toList();
        if (!errors.isEmpty()) {
            throw new BadRequest("validation.failed", errors);
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    add(
                            names,
                            field.getAnnotation(RestQuery.class),
                            field.getAnnotation(QueryParam.class),
                            field.getName());
                }
            } else {
                add(names, parameter);
            }
        }
        return names;
    }

    private static void add(Set<String> names, Parameter parameter) {
        add(
                names,
                parameter.getAnnotation(RestQuery.class),
                parameter.getAnnotation(QueryParam.class),
                parameter.getName());
    }

    private static void add(Set<String> names, RestQuery rest, QueryParam query, String name) {
        if (query != null) {
            names.add(query.value());
        } else if (rest != null) {
            names.add(rest.value().isEmpty() ? name : rest.value());
        }
    }
}
