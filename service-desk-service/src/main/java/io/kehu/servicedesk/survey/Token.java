package io.kehu.servicedesk.survey;

import io.kehu.platform.web.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess; only its hash is kept, so that who reads the database cannot answer for others. */
record Token(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Token make() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text);
    }
}
