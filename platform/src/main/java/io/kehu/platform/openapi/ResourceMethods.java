package io.kehu.platform.openapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/** Finds the operation that a method of a resource serves. */
final class ResourceMethods {

    private static final Map<String, Class<?>> VERBS = Map.of(
            "GET", GET.class, "POST", POST.class, "PUT", PUT.class, "PATCH", PATCH.class, "DELETE", DELETE.class);

    private ResourceMethods() {}

    static boolean servesOne(MethodInfo method) {
        return VERBS.values().stream().anyMatch(verb -> method.hasAnnotation(verb.getName()));
    }

    /** Method and path, for instance {@code POST /v1/customers}. */
    static String operation(MethodInfo method) {
        var verb = VERBS.entrySet().stream()
                .filter(each -> method.hasAnnotation(each.getValue().getName()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " has no HTTP method"));
        return verb + " " + path(method.declaringClass().declaredAnnotation(Path.class.getName()))
                + path(method.annotation(Path.class.getName()));
    }

    private static String path(AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }
}
