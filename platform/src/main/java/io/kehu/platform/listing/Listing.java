package io.kehu.platform.listing;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldFilter;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.personal.BlindIndex;
import io.kehu.platform.personal.SealedEmail;
import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.search.SearchIndex;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What can be listed of one kind of aggregate: the fields that may be filtered, sorted and searched, and nothing else. Pages
 * go by key, so the last is as fast as the first. Rows that the caller may not see are kept out by the filter that is on for
 * every query.
 */
public final class Listing<E extends Aggregate<?>> {

    final Class<E> entity;
    final Set<String> filters =
            new TreeSet<>(Set.of("id", "number", "createdAt", "createdBy", "updatedAt", "updatedBy"));
    final Set<String> sorts = new TreeSet<>(Set.of("createdAt", "updatedAt", "number"));
    final Map<String, SealedField> sealed = new TreeMap<>();
    final Map<String, Function<String, Collection<String>>> wholes = new TreeMap<>();
    List<String> searched = List.of();
    final Map<String, String> members = new TreeMap<>();
    final Map<String, String> lacking = new TreeMap<>();
    String indexed;
    CustomFieldFilter custom;
    RowSecrets secrets = RowSecrets.NONE;
    String merged;
    private volatile RequiredFields required;

    private Listing(Class<E> entity) {
        this.entity = entity;
    }

    /** Every list can be filtered and sorted by the fields that all aggregates have. */
    public static <E extends Aggregate<?>> Listing<E> of(Class<E> entity) {
        return new Listing<>(entity);
    }

    public Listing<E> filters(String... fields) {
        filters.addAll(List.of(fields));
        return this;
    }

    public Listing<E> sorts(String... fields) {
        sorts.addAll(List.of(fields));
        return this;
    }

    /** Fields in which {@code q} is looked for, as a part of the text. */
    public Listing<E> searches(String... fields) {
        searched = List.of(fields);
        return this;
    }

    /** {@code q} is looked for in the {@link SearchIndex}: the records say their own {@code searchText}. */
    public Listing<E> searchesIndex(EventFamily family) {
        indexed = family.aggregate();
        return this;
    }

    /** A field whose values may be wholes with parts: a filter on a whole finds its parts as well. */
    public Listing<E> wholes(String field, Function<String, Collection<String>> withParts) {
        filters.add(field);
        wholes.put(field, withParts);
        return this;
    }

    /**
     * A list of parts kept as JSON: a filter finds the rows of which a part has a value under {@code key}.
     *
     * @param field the list; to filter by more than one key of it, with a dot and a further name
     */
    public Listing<E> members(String field, String key) {
        members.put(field, key);
        return this;
    }

    /** A list of texts kept as JSON: a filter finds the rows that have one of them. */
    public Listing<E> texts(String field) {
        members.put(field, null);
        return this;
    }

    /**
     * Says in a filter by {@code field} what holds of all rows with {@code value} in it anyway: they have no
     * {@code attribute}. So an index on the rows without it serves the filter, where the value stands in another table.
     */
    public Listing<E> lacking(String attribute, String field, Enum<?> value) {
        lacking.put(field + "==" + value.name(), attribute);
        return this;
    }

    /** The company's own fields of a resource, as {@code custom.key}; the entity has them in {@code customFields}. */
    public Listing<E> customFields(CustomFieldRules rules, String resource) {
        custom = new CustomFieldFilter(rules, resource);
        return this;
    }

    /** A {@link SealedPhone}, found by the whole number or as {@code .last4} by its end, and by {@code q} likewise. */
    public Listing<E> phones(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.PHONE));
        sealed.put(field + ".last4", new SealedField(field + ".lastDigits", BlindIndex.LAST_DIGITS));
        return this;
    }

    /** Several phones in one field, each found as one alone. */
    public Listing<E> manyPhones(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.PHONE, true));
        sealed.put(field + ".last4", new SealedField(field + ".lastDigits", BlindIndex.LAST_DIGITS, true));
        return this;
    }

    /** Several e-mails in one field, each found as one alone. */
    public Listing<E> manyEmails(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.EMAIL, true));
        return this;
    }

    /** A {@link SealedEmail}, found by the whole address, and by {@code q} likewise. */
    public Listing<E> emails(String field) {
        sealed.put(field, new SealedField(field + ".exact", BlindIndex.EMAIL));
        return this;
    }

    /**
     * Rows can hide fields: the names stand in a JSON list. A row is not found by a field that it hides.
     *
     * @param attribute   the list
     * @param fromCurrent whether anything is hidden from the current caller
     */
    public Listing<E> hides(String attribute, BooleanSupplier fromCurrent) {
        secrets = new RowSecrets(attribute, fromCurrent);
        return this;
    }

    /** The attribute that names what a record has been merged into: such a one is deleted without being in the recycle bin. */
    public Listing<E> merges(String attribute) {
        merged = attribute;
        return this;
    }

    /** The page that is asked for. */
    public Page<E> page(EntityManager entities, ListRequest request) {
        return new ListQuery<>(this, entities, request).page();
    }

    /**
     * Some of the rows behind {@code position}, for work that goes through a whole list part by part, in a transaction each;
     * what comes is only to be read.
     */
    public Page<E> part(EntityManager entities, ListRequest request, String position, int size) {
        return new ListQuery<>(this, entities, request).part(position, size);
    }

    /** The fields that a filter may name, the company's own aside. */
    Set<String> filterable() {
        var all = new TreeSet<>(filters);
        all.addAll(sealed.keySet());
        all.addAll(members.keySet());
        return all;
    }

    void requireNothingSealed(ListRequest request) {
        var filter = Pattern.compile("[^\\w.]").splitAsStream(Objects.requireNonNullElse(request.filter, ""));
        if (filter.anyMatch(sealed::containsKey)
                || request.q != null && !recognised(request.q.strip()).isEmpty()) {
            throw new Invalid("saved-view.personal-data");
        }
    }

    RequiredFields required(EntityManager entities) {
        var known = required;
        if (known == null) {
            known = RequiredFields.of(entity, entities);
            required = known;
        }
        return known;
    }

    /** The sealed fields that a text is looked for in. */
    Set<String> recognised(String text) {
        var fields = new TreeSet<String>();
        sealed.forEach((name, field) -> {
            if (field.index().recognises(text)) {
                fields.add(name);
            }
        });
        return fields;
    }
}
