package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The build has no container engine, so it holds the compose file against its schema and against the topology. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, Integer> SERVICES = Map.of(
            "gateway", 8080,
            "customer-service", 8081,
            "opportunity-service", 8082,
            "activity-service", 8083,
            "service-desk-service", 8084,
            "contract-service", 8085,
            "reporting-service", 8086);
    private static final Map<String, Integer> PARTS = Map.of("postgres", 15432, "kafka", 19092, "keycloak", 8180);

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        try (var reader = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            compose = new ObjectMapper().valueToTree(new Yaml().load(reader));
        }
    }

    @Test
    void fitsTheSchemaOfTheComposeSpecification() throws IOException {
        assertThat(schema().validate(compose)).isEmpty();
    }

    @Test
    void findsAFaultByTheSchema() throws IOException {
        var faulty = compose.deepCopy();
        ((ObjectNode) faulty.at("/services/gateway")).put("helthcheck", true);

        assertThat(schema().validate(faulty)).isNotEmpty();
    }

    @Test
    void hasThePartsOfTheTopologyOnTheirPorts() {
        assertThat(names(compose.path("services")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(SERVICES.keySet().stream(), PARTS.keySet().stream())
                        .toList());
        PARTS.forEach((part, port) -> assertThat(texts(service(part).path("ports")))
                .as(part)
                .singleElement()
                .asString()
                .startsWith("127.0.0.1:" + port + ":"));
        SERVICES.forEach((service, port) -> {
            assertThat(texts(service(service).path("ports")))
                    .as(service)
                    .containsExactly("127.0.0.1:%1$d:%1$d".formatted(port));
            assertThat(environment(service).path("QUARKUS_HTTP_PORT").asText()).isEqualTo(port.toString());
        });
    }

    @Test
    void tellsEachServiceWhereAllOthersAre() {
        SERVICES.keySet().forEach(service -> {
            assertThat(environment(service).path("KEHU_POSTGRES_HOST").asText()).isEqualTo("postgres");
            assertThat(environment(service).path("KAFKA_BOOTSTRAP_SERVERS").asText())
                    .isEqualTo("kafka:9092");
            assertThat(environment(service).path("KEHU_KEYCLOAK_URL").asText()).isEqualTo("http://keycloak:8180");
            assertThat(names(environment(service))).contains("KEHU_POSTGRES_PORT", "KEHU_POSTGRES_PASSWORD");
            SERVICES.forEach((other, port) -> {
                var variable = "KEHU_SERVICES_" + other.toUpperCase().replace('-', '_') + "_URL";
                var url = environment(service).path(variable).asText("http://gateway:8080");
                assertThat(url).as(variable).isEqualTo("http://%s:%d".formatted(other, port));
            });
        });
    }

    @Test
    void buildsEachServiceFromItsModuleAndTakesTheRestReadyMade() {
        SERVICES.keySet().forEach(service -> {
            var build = service(service).path("build");
            assertThat(ROOT.resolve(build.path("dockerfile").asText())).isRegularFile();
            assertThat(build.path("args").path("MODULE").asText()).isEqualTo(service);
            assertThat(ROOT.resolve(service).resolve("pom.xml")).isRegularFile();
        });
        PARTS.keySet()
                .forEach(part -> assertThat(service(part).path("image").asText())
                        .as(part)
                        .contains(":"));
    }

    @Test
    void checksTheHealthOfEachPartAndWaitsForWhatItNeeds() {
        names(compose.path("services")).forEach(name -> {
            assertThat(service(name).path("healthcheck").path("test")).as(name).isNotEmpty();
            service(name).path("depends_on").properties().forEach(needed -> {
                assertThat(names(compose.path("services"))).contains(needed.getKey());
                assertThat(needed.getValue().path("condition").asText()).isIn("service_healthy", "service_started");
            });
        });
        SERVICES.keySet().stream()
                .filter(service -> !service.equals("gateway"))
                .forEach(service -> assertThat(names(service(service).path("depends_on")))
                        .as(service)
                        .contains("postgres", "kafka", "keycloak"));
    }

    @Test
    void mountsOnlyWhatExists() throws IOException {
        assertThat(PARTS.keySet().stream()
                        .flatMap(part -> texts(service(part).path("volumes")).stream())
                        .map(volume -> volume.substring(0, volume.indexOf(':')))
                        .filter(source -> source.startsWith("./")))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(ROOT.resolve(source)).isNotEmptyDirectory());
        assertThat(Files.readString(ROOT.resolve("docker/postgres/databases.sh")))
                .contains("for name in customer opportunity activity service_desk contract reporting keycloak;");
    }

    private static Schema schema() throws IOException {
        try (var file = ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            var schema = (ObjectNode) new ObjectMapper().readTree(file);
            // it still carries the ids of an older draft, which the dialect that it names refuses
            schema.findParents("id").stream()
                    .filter(parent -> parent.path("id").isTextual())
                    .forEach(parent -> ((ObjectNode) parent).remove("id"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(schema);
        }
    }

    private static JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static JsonNode environment(String service) {
        return service(service).path("environment");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
