package io.kehu.platform.web;

import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not know, because a mistyped one would be ignored in silence, and values
 * that do not fit, for which the framework would say that there is no such page.
 */
public class StrictParameters {

    private final Map<Method, Map<String, QueryValue>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var sent = request.getUriInfo().getQueryParameters();
        if (sent.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var parameters = known.computeIfAbsent(resource.getResourceMethod(), StrictParameters::parameters);
        var errors = new ArrayList<InvalidField>();
        sent.forEach((name, values) -> {
            var parameter = parameters.get(name);
            if (parameter == null) {
                errors.add(new InvalidField(name, "parameter.unknown", String.join(", ", parameters.keySet())));
            } else {
                values.stream()
                        .filter(value -> !parameter.fits(value))
                        .forEach(value ->
                                errors.add(new InvalidField(name, "parameter.invalid", value, parameter.expected())));
            }
        });
        if (!errors.isEmpty()) {
            throw new BadRequest("validation.failed", errors);
        }
    }

    private static Map<String, QueryValue> parameters(Method method) {
        var parameters = new TreeMap<String, QueryValue>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    add(parameters, field, field.getName(), field.getType());
                }
            } else {
                add(parameters, parameter, parameter.getName(), parameter.getType());
            }
        }
        return parameters;
    }

    private static void add(Map<String, QueryValue> parameters, AnnotatedElement element, String name, Class<?> type) {
        var query = element.getAnnotation(QueryParam.class);
        var rest = element.getAnnotation(RestQuery.class);
        if (query != null) {
            parameters.put(query.value(), QueryValue.of(type));
        } else if (rest != null) {
            parameters.put(rest.value().isEmpty() ? name : rest.value(), QueryValue.of(type));
        }
    }
}
