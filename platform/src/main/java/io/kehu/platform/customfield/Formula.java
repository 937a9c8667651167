package io.kehu.platform.customfield;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.CoalesceFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.NotFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.functions.string.StringContains;
import com.ezylang.evalex.functions.string.StringEndsWithFunction;
import com.ezylang.evalex.functions.string.StringLeftFunction;
import com.ezylang.evalex.functions.string.StringLengthFunction;
import com.ezylang.evalex.functions.string.StringLowerFunction;
import com.ezylang.evalex.functions.string.StringRightFunction;
import com.ezylang.evalex.functions.string.StringStartsWithFunction;
import com.ezylang.evalex.functions.string.StringTrimFunction;
import com.ezylang.evalex.functions.string.StringUpperFunction;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ParseException;
import io.kehu.events.CustomFields;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The expression of a read-only field. It is built of numbers, texts, dates, other fields, operators and the functions that
 * are listed here: none of them loops, calls Java, asks for the time or grows a text out of bounds, so the length of the
 * expression bounds its cost, and equal fields give equal results.
 */
final class Formula {

    static final int LONGEST = 500;

    private static final Map<String, FunctionIfc> FUNCTIONS = Map.ofEntries(
            Map.entry("ABS", new AbsFunction()),
            Map.entry("AVERAGE", new AverageFunction()),
            Map.entry("CEILING", new CeilingFunction()),
            Map.entry("COALESCE", new CoalesceFunction()),
            Map.entry("FLOOR", new FloorFunction()),
            Map.entry("IF", new IfFunction()),
            Map.entry("MAX", new MaxFunction()),
            Map.entry("MIN", new MinFunction()),
            Map.entry("NOT", new NotFunction()),
            Map.entry("ROUND", new RoundFunction()),
            Map.entry("SUM", new SumFunction()),
            Map.entry("STR_CONTAINS", new StringContains()),
            Map.entry("STR_ENDS_WITH", new StringEndsWithFunction()),
            Map.entry("STR_LEFT", new StringLeftFunction()),
            Map.entry("STR_LENGTH", new StringLengthFunction()),
            Map.entry("STR_LOWER", new StringLowerFunction()),
            Map.entry("STR_RIGHT", new StringRightFunction()),
            Map.entry("STR_STARTS_WITH", new StringStartsWithFunction()),
            Map.entry("STR_TRIM", new StringTrimFunction()),
            Map.entry("STR_UPPER", new StringUpperFunction()));

    /** A number in this form would have more digits than memory has room for, once it is rounded. */
    private static final Pattern EXPONENT = Pattern.compile("(?i)[0-9.]e[+-]?[0-9]");

    /** Without powers and remainders, which take as long as their operands are large. */
    private static final List<Map.Entry<String, OperatorIfc>> OPERATORS = List.of(
            Map.entry("+", new PrefixPlusOperator()),
            Map.entry("-", new PrefixMinusOperator()),
            Map.entry("+", new InfixPlusOperator()),
            Map.entry("-", new InfixMinusOperator()),
            Map.entry("*", new InfixMultiplicationOperator()),
            Map.entry("/", new InfixDivisionOperator()),
            Map.entry("=", new InfixEqualsOperator()),
            Map.entry("==", new InfixEqualsOperator()),
            Map.entry("!=", new InfixNotEqualsOperator()),
            Map.entry("<>", new InfixNotEqualsOperator()),
            Map.entry(">", new InfixGreaterOperator()),
            Map.entry(">=", new InfixGreaterEqualsOperator()),
            Map.entry("<", new InfixLessOperator()),
            Map.entry("<=", new InfixLessEqualsOperator()),
            Map.entry("&&", new InfixAndOperator()),
            Map.entry("||", new InfixOrOperator()),
            Map.entry("!", new PrefixNotOperator()));

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .functionDictionary(
                    MapBasedFunctionDictionary.ofFunctions(FUNCTIONS.entrySet().toArray(new Map.Entry[0])))
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(OPERATORS.toArray(new Map.Entry[0])))
            .mathContext(MathContext.DECIMAL64)
            .decimalPlacesResult(6)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .zoneId(ZoneOffset.UTC)
            .build();

    private Formula() {}

    /** The fields that {@code formula} names; empty if it is no formula. */
    static Optional<Set<String>> fields(String formula) {
        try {
            return formula == null
                            || formula.length() > LONGEST
                            || EXPONENT.matcher(formula).find()
                    ? Optional.empty()
                    : Optional.of(new Expression(formula, CONFIGURATION).getUsedVariables());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** What {@code field} comes to with these values; empty where they do not give it one, such as by a division by zero. */
    static Optional<Object> value(CustomField field, List<CustomField> definitions, CustomFields values) {
        try {
            var result = new Expression(field.formula(), CONFIGURATION)
                    .withValues(variables(definitions, values))
                    .evaluate();
            return result.isNullValue() ? Optional.empty() : FieldValue.of(field, plain(field, result));
        } catch (EvaluationException | ParseException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> variables(List<CustomField> definitions, CustomFields values) {
        var variables = new HashMap<String, Object>();
        for (var each : definitions) {
            var value = values.get(each.key());
            variables.put(
                    each.key(),
                    value != null && each.kind() == CustomField.Kind.DATE
                            ? LocalDate.parse(value.toString())
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                            : value);
        }
        return variables;
    }

    /** Between two dates lie days. */
    private static Object plain(CustomField field, EvaluationValue result) {
        return switch (field.valueKind()) {
            case NUMBER ->
                result.isDurationValue() ? (Object) result.getDurationValue().toDays() : result.getNumberValue();
            case DATE ->
                result.isDateTimeValue()
                        ? LocalDate.ofInstant(result.getDateTimeValue(), ZoneOffset.UTC)
                                .toString()
                        : null;
            case BOOLEAN -> result.getBooleanValue();
            case TEXT, CHOICE, MULTI_CHOICE, FORMULA -> result.getStringValue();
        };
    }
}
