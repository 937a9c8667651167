package io.kehu.platform.exchange;

import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Messages;
import io.kehu.platform.problem.Violations;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.StaleStateException;
import org.hibernate.exception.DataException;
import org.jboss.logging.Logger;

/** Says in the uploader's language, and by the headings of the file, why rows are rejected. */
final class Rejections {

    private static final Logger LOG = Logger.getLogger(Rejections.class);

    private final FileLayout layout;
    private final Locale locale;

    Rejections(FileLayout layout, Locale locale) {
        this.layout = layout;
        this.locale = locale;
    }

    /** @param errors by row number */
    List<RejectedRow> invalid(RowGroup group, Map<Long, List<InvalidField>> errors) {
        return group.rows().stream()
                .map(row -> {
                    var own = errors.getOrDefault(row.number(), List.of());
                    return rejected(row, own.isEmpty() ? List.of(text("import.group-rejected")) : sentences(own));
                })
                .toList();
    }

    List<RejectedRow> problem(RowGroup group, DomainProblem problem) {
        return all(
                group,
                problem.fields().isEmpty()
                        ? List.of(text(problem.code(), problem.arguments()))
                        : sentences(problem.fields()));
    }

    List<RejectedRow> violations(RowGroup group, Collection<? extends ConstraintViolation<?>> violations) {
        return all(group, violations.stream().map(this::sentence).sorted().toList());
    }

    /** For the one row that is left when a failing chunk has been halved down to it. */
    List<RejectedRow> failure(RowGroup group, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainProblem problem -> {
                    return problem(group, problem);
                }
                case ConstraintViolationException invalid -> {
                    return violations(group, invalid.getConstraintViolations());
                }
                case OptimisticLockException _, StaleStateException _ -> {
                    return all(group, List.of(text("change.concurrent")));
                }
                case DataException _ -> {
                    return all(group, List.of(text("import.value-refused")));
                }
                case org.hibernate.exception.ConstraintViolationException unique
                when "23505".equals(unique.getSQLState()) -> {
                    return all(group, List.of(text("conflict.unique", unique.getConstraintName())));
                }
                default -> {}
            }
        }
        LOG.errorf(failure, "Row %d could not be imported", group.firstNumber());
        return all(group, List.of(text("internal")));
    }

    private List<RejectedRow> all(RowGroup group, List<String> sentences) {
        var rejected = new ArrayList<RejectedRow>();
        for (var row : group.rows()) {
            rejected.add(rejected(row, rejected.isEmpty() ? sentences : List.of(text("import.group-rejected"))));
        }
        return rejected;
    }

    private static RejectedRow rejected(FileRow row, List<String> sentences) {
        return new RejectedRow(row.number(), row.cells(), String.join("; ", sentences));
    }

    private List<String> sentences(List<InvalidField> errors) {
        return errors.stream()
                .map(error -> about(error.field(), text(error.code(), error.arguments())))
                .toList();
    }

    private String sentence(ConstraintViolation<?> violation) {
        return about(
                violation.getPropertyPath().toString(),
                Violations.text(violation, locale) + " (" + Violations.code(violation) + ")");
    }

    private String about(String field, String sentence) {
        return field == null || field.isEmpty()
                ? sentence
                : layout.headingOf(field.substring(field.lastIndexOf('.') + 1)) + ": " + sentence;
    }

    private String text(String code, Object... arguments) {
        return Messages.text(locale, code, arguments) + " (" + code + ")";
    }
}
