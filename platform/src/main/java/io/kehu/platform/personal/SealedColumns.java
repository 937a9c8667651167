package io.kehu.platform.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/** Every column under the {@link KeyRing}: the wrapped keys, and whatever entities declare. No service lists them. */
@ApplicationScoped
class SealedColumns {

    private final SessionFactory sessions;

    SealedColumns(SessionFactory sessions) {
        this.sessions = sessions;
    }

    List<SealedColumn> all() {
        var columns = new ArrayList<SealedColumn>();
        columns.add(SealedColumn.ofKeys("subject_key", "subject_id"));
        columns.add(SealedColumn.ofKeys("import_job", "id"));
        sessions.getMetamodel().getEntities().stream()
                .sorted(Comparator.comparing(EntityType::getName))
                .flatMap(entity -> entity.getAttributes().stream().flatMap(field -> of(entity, field)))
                .forEach(columns::add);
        return columns;
    }

    private static Stream<SealedColumn> of(EntityType<?> entity, Attribute<?, ?> field) {
        if (field.getJavaType() == SealedPhone.class) {
            return Stream.of(SealedColumn.ofPhones(column(entity.getName()), column(field.getName())));
        }
        if (field.getJavaType() == SealedEmail.class) {
            return Stream.of(SealedColumn.ofEmails(column(entity.getName()), column(field.getName())));
        }
        if (field.getJavaType() == SealedPhones.class) {
            return Stream.of(SealedColumn.ofPhones(column(entity.getName()), column(field.getName()))
                    .ofMany(SealedPhones.SUFFIX));
        }
        if (field.getJavaType() == SealedEmails.class) {
            return Stream.of(SealedColumn.ofEmails(column(entity.getName()), column(field.getName()))
                    .ofMany(SealedEmails.SUFFIX));
        }
        if (field.getJavaType() == SealedText.class) {
            return Stream.of(SealedColumn.ofTexts(column(entity.getName()), column(field.getName())));
        }
        return Stream.of();
    }

    /** As the naming strategy of all our entities has it. */
    private static String column(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
