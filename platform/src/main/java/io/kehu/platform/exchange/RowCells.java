package io.kehu.platform.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.access.Masked;
import io.kehu.platform.customfield.CustomColumns;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the cells of a row out of the record that tells of it, by the names of its components. */
final class RowCells {

    private static final String CURRENCY = "Currency";

    private static final String CUSTOM_FIELDS = "customFields";

    private final List<List<Source>> sources;

    private RowCells(List<List<Source>> sources) {
        this.sources = sources;
    }

    /** A way to a value, and what is done to it on the way. */
    private record Source(List<Method> path, Class<?> type, Masked masked, boolean currency, String key) {

        Source ofCurrency() {
            return new Source(path, type, null, true, null);
        }

        Source under(String member) {
            return new Source(path, type, masked, false, member);
        }

        private Object read(Object record, boolean clear) {
            try {
                var value = record;
                for (var step : path) {
                    if (value == null) {
                        return null;
                    }
                    value = step.invoke(value);
                }
                return cell(key == null ? value : member(value), clear);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object member(Object fields) {
            return switch (fields) {
                case null -> null;
                case CustomFields all -> all.values().get(key);
                case Map<?, ?> all -> all.get(key);
                default -> throw new IllegalStateException(fields.getClass() + " holds no fields of the company's own");
            };
        }

        private Object cell(Object value, boolean clear) {
            return switch (value) {
                case null -> null;
                case Money money -> currency ? money.currency() : money.amount();
                case Enum<?> constant -> constant.name();
                case Collection<?> all when all.isEmpty() -> null;
                case Set<?> all -> joined(shown(all, clear).sorted());
                case Collection<?> all -> joined(shown(all, clear));
                case String text -> shown(text, clear);
                default -> value;
            };
        }

        private Stream<String> shown(Collection<?> all, boolean clear) {
            return all.stream().map(each -> shown(each.toString(), clear));
        }

        private static String joined(Stream<String> texts) {
            return texts.collect(Collectors.joining(";"));
        }

        private String shown(String text, boolean clear) {
            return masked == null || clear ? text : masked.value().mask(text);
        }
    }

    /** @throws IllegalStateException if {@code type} tells nothing of a column */
    static RowCells of(Class<?> type, List<Column> columns) {
        var all = new ArrayList<Named>();
        collect(type, List.of(), all);
        return new RowCells(
                columns.stream().map(column -> sources(type, column, all)).toList());
    }

    private record Named(String name, Source source) {}

    private static void collect(Class<?> type, List<Method> path, List<Named> all) {
        for (var component : type.getRecordComponents()) {
            var read = component.getAccessor();
            read.setAccessible(true);
            var steps = Stream.concat(path.stream(), Stream.of(read)).toList();
            if (component.getType().isRecord() && isPart(component)) {
                collect(component.getType(), steps, all);
            } else {
                var masked = read.getAnnotation(Masked.class);
                all.add(new Named(component.getName(), new Source(steps, component.getType(), masked, false, null)));
            }
        }
    }

    private static boolean isPart(RecordComponent component) {
        var read = component.getAccessor();
        return read.isAnnotationPresent(JsonUnwrapped.class) || read.isAnnotationPresent(Valid.class);
    }

    private static List<Source> sources(Class<?> type, Column column, List<Named> all) {
        var own =
                all.stream().filter(each -> each.name().equals(column.field())).map(Named::source);
        var found = own.toList();
        if (found.isEmpty()) {
            found = all.stream()
                    .filter(each -> each.source().type() == Money.class && isCurrencyOf(each.name(), column.field()))
                    .limit(1)
                    .map(each -> each.source().ofCurrency())
                    .toList();
        }
        if (found.isEmpty() && column.field().startsWith(CustomColumns.PREFIX)) {
            found = all.stream()
                    .filter(each -> each.name().equals(CUSTOM_FIELDS))
                    .map(each -> each.source().under(column.field().substring(CustomColumns.PREFIX.length())))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(type.getName() + " has nothing for the column " + column.field());
        }
        return found;
    }

    private static boolean isCurrencyOf(String money, String field) {
        return field.equalsIgnoreCase(CURRENCY) || field.equals(money + CURRENCY);
    }

    /** @param clear whether personal data is given unmasked */
    List<Object> read(Object record, boolean clear) {
        var cells = new ArrayList<>(sources.size());
        for (var ways : sources) {
            Object cell = null;
            for (var index = 0; index < ways.size() && cell == null; index++) {
                cell = ways.get(index).read(record, clear);
            }
            cells.add(cell);
        }
        return cells;
    }
}
