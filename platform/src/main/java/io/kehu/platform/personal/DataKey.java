package io.kehu.platform.personal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * A key for all that belongs to one owner, a person or an import. It is kept wrapped under the {@link KeyRing}, so that a
 * rotation wraps it anew and leaves what it seals alone, and it is destroyed by deleting the wrapped form.
 */
public final class DataKey {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] wrapped;
    private final AesGcmJce cipher;
    private final byte[] owner;

    private DataKey(UUID owner, byte[] wrapped, byte[] key) {
        this.owner = owner.toString().getBytes(StandardCharsets.US_ASCII);
        this.wrapped = wrapped;
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    public static DataKey create(UUID owner) {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new DataKey(owner, KeyRing.configured().seal(key, place(owner)), key);
    }

    public static DataKey unwrap(UUID owner, byte[] wrapped) {
        return new DataKey(owner, wrapped, KeyRing.configured().open(wrapped, place(owner)));
    }

    static String place(UUID owner) {
        return owner + ":key";
    }

    /** As it may be stored. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    public byte[] seal(byte[] clear) {
        try {
            return cipher.encrypt(clear, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be sealed", e);
        }
    }

    public byte[] seal(String clear) {
        return seal(clear.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] open(byte[] sealed) {
        try {
            return cipher.decrypt(sealed, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be opened: it was tampered with or moved", e);
        }
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }
}
