package io.kehu.local.demo;

import io.kehu.local.demo.client.Addresses;
import io.kehu.local.demo.client.Api;
import io.kehu.local.demo.client.DemoFailure;
import io.kehu.local.demo.client.Http;
import io.kehu.local.demo.client.ImportRun;
import io.kehu.local.demo.client.Login;
import io.kehu.local.demo.client.PublicApi;
import io.kehu.local.demo.company.CompanyDemo;
import io.kehu.local.demo.sales.SalesDemo;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The demo behind the start script: fills the running suite with the files of a folder, or with a made-up company. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Demo() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(Arguments.of(List.of(words)), out);
        } catch (DemoFailure | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Arguments arguments, PrintStream out) {
        var home = Path.of(System.getenv().getOrDefault("KEHU_HOME", ".kehu")).resolve("demo");
        var addresses = Addresses.in(System.getenv());
        requireSuite(addresses);
        try (var http = new Http(PATIENCE, notice -> out.println("    " + notice))) {
            var kehu = new PublicApi(http, addresses);
            var imports = new ImportRun(kehu.as("admin"), out, home);
            if (arguments.folder() == null) {
                new CompanyDemo(kehu, imports, out, home).run(arguments.customers(), arguments.seed());
            } else if (Files.exists(arguments.folder().resolve("sales_pipeline.csv"))) {
                var secret = System.getenv().getOrDefault("KEHU_KEYCLOAK_ADMIN_SECRET", "kehu-development-secret");
                var login = Login.ofClient(http, addresses, "kehu-admin", secret);
                var keycloak = new Api(http, addresses.administration(), login);
                new SalesDemo(keycloak, kehu, imports, out, home).run(arguments.folder());
            } else {
                throw new DemoFailure("%s holds no sales_pipeline.csv; ./kehu demo without a folder makes a company up"
                        .formatted(arguments.folder()));
            }
        }
    }

    /** A part that goes away later is waited for, but one that never was there is told at once. */
    private static void requireSuite(Addresses addresses) {
        try (var http = new Http(Duration.ZERO, _ -> {})) {
            for (var address : List.of(addresses.gateway() + "/q/health/live", addresses.tokens())) {
                http.send(() -> HttpRequest.newBuilder(URI.create(address)));
            }
        } catch (DemoFailure e) {
            throw new DemoFailure("Kehu is not up; start it with ./kehu up first (%s)".formatted(e.getMessage()));
        }
    }
}
