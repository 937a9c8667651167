package io.kehu.testing;

import io.kehu.local.LocalKafka;
import io.kehu.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** PostgreSQL, Kafka and a signing key for tokens, which the service under test trusts; every @QuarkusTest gets them. */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    static final String DATABASE = "kehu_test";
    static final String SIGNING_KEY = "kehu.test.signing-key";

    private LocalPostgres postgres;
    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.start(null, 0, false, List.of(DATABASE));
        kafka = startKafka();
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            return Map.of(
                    "kehu.database",
                    DATABASE,
                    "kehu.postgres.port",
                    Integer.toString(postgres.port()),
                    "kafka.bootstrap.servers",
                    kafka.bootstrapServers(),
                    "quarkus.oidc.public-key",
                    encoder.encodeToString(keys.getPublic().getEncoded()),
                    SIGNING_KEY,
                    encoder.encodeToString(keys.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kafka looks for classes through the thread, which is not ours where a module has further resources. */
    private static LocalKafka startKafka() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(RealParts.class.getClassLoader());
        try {
            return LocalKafka.start(null, 0, 0);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
