package io.kehu.local.demo.invention;

/**
 * Unified social credit codes 统一社会信用代码 whose check characters are right (GB 11714, GB 32100) but whose region 990000
 * does not exist, so that none is a real company's.
 */
final class CreditCode {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String AUTHORITY_AND_REGION = "91990000";
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** @param index below 100 million */
    static String of(long index) {
        var organization = "%08d".formatted(index);
        var code = AUTHORITY_AND_REGION + organization + organizationCheck(organization);
        return code + check(code);
    }

    private static char organizationCheck(String organization) {
        var sum = 0;
        for (var index = 0; index < ORGANIZATION_WEIGHTS.length; index++) {
            sum += Character.digit(organization.charAt(index), 36) * ORGANIZATION_WEIGHTS[index];
        }
        var rest = (11 - sum % 11) % 11;
        return rest == 10 ? 'X' : Character.forDigit(rest, 10);
    }

    private static char check(String code) {
        var sum = 0;
        var weight = 1;
        for (var character : code.toCharArray()) {
            sum += CHARACTERS.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
