package io.kehu.platform.problem;

import io.quarkus.arc.Arc;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;

/**
 * Tells broken constraints. The message of a constraint of ours is a code of {@link Messages}, those of Jakarta Validation are in
 * English and Chinese already.
 */
public final class Violations {

    private Violations() {}

    /** The rule, for instance {@code field.not-blank}. */
    public static String code(ConstraintViolation<?> violation) {
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return "field." + rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    public static String text(ConstraintViolation<?> violation, Locale locale) {
        var template = violation.getMessageTemplate();
        return Messages.find(locale, template)
                .orElseGet(() -> Arc.container()
                        .instance(ValidatorFactory.class)
                        .get()
                        .getMessageInterpolator()
                        .interpolate(template, new Broken(violation), language(locale)));
    }

    /** The root locale would be that of the machine. */
    private static Locale language(Locale locale) {
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    private record Broken(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
