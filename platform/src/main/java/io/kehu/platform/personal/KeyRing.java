package io.kehu.platform.personal;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The keys of this service's personal data: one to seal with, and those of before, under which values are read until they
 * are sealed anew. Each sealed value begins with the id of its key, which is derived from the key itself, so that no operator
 * can mix ids up.
 */
public final class KeyRing {

    /** Bytes in front of each sealed value: the format, then the key's id. */
    static final int PREFIX = 5;

    private static final byte FORMAT = 1;
    private static final int SHORTEST_SECRET = 32;
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final List<Key> keys;

    private KeyRing(List<Key> keys) {
        this.keys = keys;
    }

    private record Key(byte[] prefix, AesGcmJce cipher, SecretKeySpec index) {

        private static Key of(String secret) {
            if (secret.length() < SHORTEST_SECRET) {
                throw new IllegalStateException(
                        "A key of personal data (kehu.personal-data.key, kehu.personal-data.previous-keys) has at least "
                                + SHORTEST_SECRET + " characters");
            }
            try {
                var id = ByteBuffer.allocate(PREFIX).put(FORMAT).put(derive(secret, "id", PREFIX - 1));
                return new Key(
                        id.array(),
                        new AesGcmJce(derive(secret, "seal", KEY_BYTES)),
                        new SecretKeySpec(derive(secret, "index", KEY_BYTES), HMAC));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java lacks AES-GCM or HMAC-SHA256", e);
            }
        }

        private static byte[] derive(String secret, String purpose, int size) throws GeneralSecurityException {
            return Hkdf.computeHkdf(
                    "HMACSHA256", bytes(secret), new byte[0], bytes("kehu personal data " + purpose), size);
        }
    }

    private static final class Configured {
        private static final KeyRing RING = read();

        private static KeyRing read() {
            var config = ConfigProvider.getConfig();
            return of(
                    config.getValue("kehu.personal-data.key", String.class),
                    config.getOptionalValues("kehu.personal-data.previous-keys", String.class)
                            .orElse(List.of()));
        }
    }

    /** The ring that {@code kehu.personal-data.key} and {@code kehu.personal-data.previous-keys} make. */
    public static KeyRing configured() {
        return Configured.RING;
    }

    static KeyRing of(String current, List<String> previous) {
        var keys = new ArrayList<Key>();
        keys.add(Key.of(current));
        previous.stream().map(Key::of).forEach(keys::add);
        var ids =
                keys.stream().map(key -> HexFormat.of().formatHex(key.prefix())).distinct();
        if (ids.count() < keys.size()) {
            throw new IllegalStateException("A key of personal data is given twice");
        }
        return new KeyRing(List.copyOf(keys));
    }

    /** @param place what the value belongs to; it opens nowhere else */
    public byte[] seal(byte[] clear, String place) {
        var key = keys.getFirst();
        try {
            var sealed = key.cipher().encrypt(clear, bytes(place));
            return ByteBuffer.allocate(PREFIX + sealed.length)
                    .put(key.prefix())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be sealed", e);
        }
    }

    public byte[] open(byte[] sealed, String place) {
        for (var key : keys) {
            if (startsWith(sealed, key.prefix())) {
                try {
                    return key.cipher().decrypt(Arrays.copyOfRange(sealed, PREFIX, sealed.length), bytes(place));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("Personal data cannot be opened: it was tampered with or moved", e);
                }
            }
        }
        throw new IllegalStateException(
                "Personal data is sealed under a key that kehu.personal-data.previous-keys lacks");
    }

    public byte[] seal(String clear, String place) {
        return seal(bytes(clear), place);
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /** What a text is found by: nothing can be told from it without the key. */
    long index(String purpose, String normalised) {
        return index(keys.getFirst(), purpose, normalised);
    }

    /** What a text may be found by while some rows are still indexed under keys of before. */
    List<Long> indexes(String purpose, String normalised) {
        return keys.stream().map(key -> index(key, purpose, normalised)).toList();
    }

    private static long index(Key key, String purpose, String normalised) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key.index());
            return ByteBuffer.wrap(mac.doFinal(bytes(purpose + "\n" + normalised)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What values sealed now begin with. */
    byte[] currentPrefix() {
        return keys.getFirst().prefix().clone();
    }

    /** Id of the key that seals now, in hexadecimal digits. */
    String currentId() {
        return HexFormat.of().formatHex(keys.getFirst().prefix(), 1, PREFIX);
    }

    private static boolean startsWith(byte[] sealed, byte[] prefix) {
        return sealed.length > PREFIX && Arrays.equals(sealed, 0, PREFIX, prefix, 0, PREFIX);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
