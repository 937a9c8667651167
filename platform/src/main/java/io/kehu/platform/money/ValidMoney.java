package io.kehu.platform.money;

import io.kehu.events.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Amounts that the API takes: from zero to fifteen digits before the point and six behind it, in a currency of ISO 4217;
 * null is valid.
 */
@Constraint(validatedBy = ValidMoney.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
public @interface ValidMoney {
    String message() default "field.valid-money";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    final class Validator implements ConstraintValidator<ValidMoney, Money> {

        private static final int DIGITS = 15;
        private static final int DECIMALS = 6;
        private static final Set<String> CURRENCIES =
                Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(Money money, ConstraintValidatorContext context) {
            return money == null
                    || (CURRENCIES.contains(money.currency())
                            && money.amount().signum() >= 0
                            && money.amount().scale() <= DECIMALS
                            && (long) money.amount().precision()
                                            - money.amount().scale()
                                    <= DIGITS);
        }
    }
}
