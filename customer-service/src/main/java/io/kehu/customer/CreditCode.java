package io.kehu.customer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** A unified social credit code 统一社会信用代码 by GB 32100-2015: 18 characters, the last of which checks the others. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = CreditCode.Check.class)
public @interface CreditCode {
    String message() default "field.credit-code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Modulo 31 over weights that are powers of three. */
    final class Check implements ConstraintValidator<CreditCode, String> {

        private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || FORM.matcher(code).matches() && checkOf(code) == code.charAt(code.length() - 1);
        }

        private static char checkOf(String code) {
            var sum = 0;
            var weight = 1;
            for (var index = 0; index < code.length() - 1; index++) {
                sum += CHARACTERS.indexOf(code.charAt(index)) * weight;
                weight = weight * 3 % CHARACTERS.length();
            }
            return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
        }
    }
}
