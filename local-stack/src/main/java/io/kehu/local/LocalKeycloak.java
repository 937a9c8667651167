package io.kehu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak as a child process. Its java is started directly, not through its script, which would stand between us and
 * the process to end.
 */
final class LocalKeycloak implements Program {

    private static final List<String> BUILD_OPTIONS =
            List.of("build", "--db=dev-file", "--health-enabled=true", "--http-management-health-enabled=false");
    private static final String REALM = "kehu-realm.json";

    private final Topology topology;
    private final KeycloakDistribution distribution;
    private final Path directory;

    LocalKeycloak(Topology topology) {
        this.topology = topology;
        this.directory = topology.home().resolve("keycloak");
        this.distribution = new KeycloakDistribution(directory, topology.home().resolve("downloads"));
    }

    /** Unpacks and builds it when there is a new archive. */
    void install(Progress progress) {
        try {
            var archive = distribution.newArchive();
            if (archive.isPresent()) {
                progress.say("unpacking Keycloak (once)");
                distribution.unpack(archive.get());
            }
            if (distribution.version().isEmpty()) {
                throw new StackFailure("Keycloak's archive is missing below %s; ./kehu up fetches it"
                        .formatted(topology.home().resolve("downloads")));
            }
            var built = directory.resolve("built");
            if (!Files.exists(built) || !Files.readAllLines(built).equals(BUILD_OPTIONS)) {
                progress.say("building Keycloak (once)");
                build();
                Files.write(built, BUILD_OPTIONS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be installed", e);
        }
    }

    @Override
    public String name() {
        return Topology.KEYCLOAK;
    }

    @Override
    public AotCache cache() {
        return new AotCache(directory.resolve("keycloak.aot"), directory.resolve("lib/quarkus/generated-bytecode.jar"));
    }

    @Override
    public String readyUrl() {
        return topology.url(Topology.KEYCLOAK) + "/realms/kehu/.well-known/openid-configuration";
    }

    @Override
    public List<String> exercises() {
        return List.of(readyUrl(), topology.url(Topology.KEYCLOAK) + "/realms/kehu/protocol/openid-connect/certs");
    }

    @Override
    public Launch launch(List<String> cacheOptions) {
        try {
            var realms = Files.createDirectories(directory.resolve("data/import"));
            try (var realm = LocalKeycloak.class.getResourceAsStream("/realm/" + REALM)) {
                Files.copy(realm, realms.resolve(REALM), StandardCopyOption.REPLACE_EXISTING);
            }
            var port = Integer.toString(topology.port(Topology.KEYCLOAK));
            return new Launch(
                    Topology.KEYCLOAK,
                    directory,
                    command(
                            "org.keycloak.quarkus.runtime.KeycloakMain",
                            cacheOptions,
                            List.of(
                                    "start",
                                    "--optimized",
                                    "--import-realm",
                                    "--http-enabled=true",
                                    "--http-host=127.0.0.1",
                                    "--http-port=" + port,
                                    "--hostname=" + topology.url(Topology.KEYCLOAK),
                                    "--cache=local")),
                    Map.of(
                            "CLASSPATH",
                            distribution.classPath(),
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            LocalPostgres.PASSWORD,
                            "MALLOC_ARENA_MAX",
                            "2"));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's files are incomplete", e);
        }
    }

    private void build() throws IOException {
        var log = topology.log(Topology.KEYCLOAK).toFile();
        var builder = new ProcessBuilder(
                        command("io.quarkus.bootstrap.runner.QuarkusEntryPoint", List.of(), BUILD_OPTIONS))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment()
                .put("CLASSPATH", directory.resolve("lib/quarkus-run.jar").toString());
        var build = builder.start();
        try {
            if (!build.waitFor(5, TimeUnit.MINUTES) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new StackFailure("Keycloak could not be built; see " + log);
            }
        } catch (InterruptedException _) {
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while building Keycloak");
        }
    }

    /** The jars come by the environment: with all of them named, no one could recognize the process any more. */
    private List<String> command(String main, List<String> options, List<String> arguments) {
        var command = new ArrayList<>(List.of(Launch.java(), "-Xms64m", "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(options);
        for (var opened : List.of("java.lang", "java.util", "java.util.concurrent", "java.security")) {
            command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(opened));
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dkc.home.dir=" + directory,
                "-Djboss.server.config.dir=" + directory.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                main));
        command.addAll(arguments);
        return command;
    }
}
