package io.kehu.customer;

import java.util.concurrent.ThreadLocalRandom;

/** Makes codes up that no company has: region 990000 does not exist. */
final class CreditCodes {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCodes() {}

    static String next() {
        var code = "91990000" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
        var sum = 0;
        var weight = 1;
        for (var character : code.toCharArray()) {
            sum += CHARACTERS.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return code + CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
