package io.kehu.platform.listing;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.SelectableMapping;

/** The fields of a kind of record that are never empty, as the schema has it. */
record RequiredFields(EntityMappingType mapping, Set<String> columns) {

    static RequiredFields of(Class<?> entity, EntityManager entities) {
        var mapping = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
        List<?> columns = entities.createNativeQuery(
                        "select cast(attname as text) from pg_attribute"
                                + " where attnotnull and attrelid = cast(:name as regclass)",
                        String.class)
                .setParameter("name", mapping.getMappedTableDetails().getTableName())
                .getResultList();
        return new RequiredFields(
                mapping, columns.stream().map(String.class::cast).collect(Collectors.toSet()));
    }

    boolean contains(String field) {
        return mapping.findByPath(field) instanceof SelectableMapping column
                && columns.contains(column.getSelectionExpression());
    }
}
