package io.kehu.platform.openapi;

import io.kehu.platform.access.AlsoNeeds;
import io.kehu.platform.table.TableType;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Produces;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Tells of an operation what its security requirement cannot: that it needs none, other permissions for its files, and further ones. */
final class DocumentedPermissions {

    /** The permission of each media type that takes another one than the rest of the operation. */
    private static final String BY_MEDIA_TYPE = "x-permissions-by-media-type";

    /** The permissions that are needed beside that of the security requirement. */
    private static final String FURTHER = "x-further-permissions";

    private final Map<String, String> exports = new HashMap<>();
    private final Map<String, List<String>> further = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    DocumentedPermissions(IndexView index) {
        index.getAnnotations(BeanParam.class).stream()
                .map(annotation -> annotation.target().asMethodParameter().method())
                .filter(DocumentedPermissions::givesFiles)
                .forEach(method -> exports.put(
                        ResourceMethods.operation(method),
                        method.annotation(RolesAllowed.class).value().asStringArray()[0]));
        index.getAnnotations(AlsoNeeds.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(annotation -> further.put(
                        ResourceMethods.operation(annotation.target().asMethod()),
                        List.of(annotation.value().asStringArray())));
        index.getAnnotations(PermitAll.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .map(annotation -> annotation.target().asMethod())
                .filter(ResourceMethods::servesOne)
                .forEach(method -> open.add(ResourceMethods.operation(method)));
    }

    private static boolean givesFiles(MethodInfo method) {
        var produces = method.annotation(Produces.class);
        return produces != null && List.of(produces.value().asStringArray()).contains(TableType.XLSX_BESIDE_JSON);
    }

    void complete(String name, Operation operation) {
        if (exports.containsKey(name)) {
            describeExport(operation, exports.get(name));
        }
        if (further.containsKey(name)) {
            var permissions = further.get(name);
            operation.addExtension(FURTHER, permissions);
            describe(operation, "It takes " + String.join(", ", permissions) + " too.");
        }
        if (open.contains(name)) {
            operation.security(List.of());
        }
    }

    /** The list as a file is another method behind the same operation, with a permission of its own. */
    private static void describeExport(Operation operation, String permission) {
        describe(
                operation,
                "As CSV or XLSX 导出 the whole list is streamed, with the same filter, search and sort, without"
                        + " limit, cursor and count; that takes the permission " + permission
                        + ". Headings follow Accept-Language.");
        var permissions = new TreeMap<String, List<String>>();
        var content = operation.getResponses().getAPIResponse("200").getContent();
        for (var type : List.of(TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE)) {
            permissions.put(type, List.of(permission));
            content.addMediaType(
                    type,
                    OASFactory.createMediaType()
                            .schema(OASFactory.createSchema()
                                    .addType(SchemaType.STRING)
                                    .format("binary")));
        }
        operation.addExtension(BY_MEDIA_TYPE, permissions);
    }

    private static void describe(Operation operation, String sentence) {
        var told = operation.getDescription();
        operation.description(told == null ? sentence : told + " " + sentence);
    }
}
