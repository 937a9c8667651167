package io.kehu.platform.personal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A possible phone number of any country; the mask of one passes, because what it means is judged elsewhere. */
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Constraint(validatedBy = Phone.Possible.class)
public @interface Phone {
    String message() default "field.phone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges the number. */
    final class Possible implements ConstraintValidator<Phone, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || value.contains("*") || PhoneNumbers.isPossible(value);
        }
    }
}
