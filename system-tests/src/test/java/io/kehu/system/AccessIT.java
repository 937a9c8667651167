package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tries every operation of every OpenAPI document with every wrong caller, through the gateway and straight at the service.
 * An operation that is added is tried without further ado; one that these cases cannot try fails the build.
 */
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    /** Resources without owners: whoever has the permission sees every record. */
    private static final Set<String> EVERYBODYS = Set.of(
            "products",
            "competitors",
            "pipelines",
            "lost-reasons",
            "operations",
            "users",
            "roles",
            "teams",
            "dictionaries",
            "customer-pools",
            "lead-forms",
            "assignment-rules",
            "absences",
            "ticket-types",
            "ticket-priorities",
            "support-groups",
            "support-absences",
            "calendars",
            "sla-policies",
            "questionnaires",
            "survey-answers");

    private static final String UNKNOWN = UUID.randomUUID().toString();

    private final List<ApiOperation> operations = ApiOperation.all();
    private final Collection<String> findings = new ConcurrentLinkedQueue<>();
    private Suite suite;
    private Realm realm;
    private Rows rows;
    private final AtomicInteger cases = new AtomicInteger();

    @BeforeAll
    void makeCallers(Suite running) {
        suite = running;
        realm = new Realm(suite);
        rows = Rows.make(suite);
        var all = new HashSet<>(realm.permissions());
        all.removeIf(permission -> permission.startsWith("scope:"));
        realm.user("own", with(all, "scope:own"));
        realm.user("unmasked-none", without(with(all, "scope:all"), "pii:read"));
        for (var permission : permissions()) {
            realm.user(name("without", permission), without(with(all, "scope:all"), permission));
        }
        for (var permissions : combinations()) {
            realm.user(name("only", permissions), with(permissions, "scope:all"));
        }
        realm.client("brief", 1, true);
        realm.client("elsewhere", 300, false);
    }

    private Set<String> permissions() {
        var named = new TreeSet<String>();
        combinations().forEach(named::addAll);
        return named;
    }

    /** What operations need, each combination once. */
    private Set<List<String>> combinations() {
        return operations.stream()
                .map(ApiOperation::permissions)
                .filter(permissions -> !permissions.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String name(String prefix, String permission) {
        return name(prefix, List.of(permission));
    }

    private static String name(String prefix, List<String> permissions) {
        return prefix + "." + String.join(".", permissions).replace(':', '.');
    }

    private static Set<String> with(Collection<String> permissions, String more) {
        var all = new HashSet<>(permissions);
        all.add(more);
        return all;
    }

    private static Set<String> without(Collection<String> permissions, String less) {
        var all = new HashSet<>(permissions);
        all.remove(less);
        return all;
    }

    @Test
    void letsNobodyInWithoutAValidToken() {
        var valid = realm.token("own");
        var brief = realm.token("kehu", "brief", "own");
        await().pollDelay(Duration.ofMillis(2_500)).until(() -> true); // it lives for a second
        var callers = new LinkedHashMap<String, String>();
        callers.put("no token", null);
        callers.put("no JWT", "x.y.z");
        callers.put("expired", brief);
        callers.put("wrong signature", valid.substring(0, valid.length() - 12) + "AAAAAAAAAAAA");
        callers.put("wrong realm", realm.token("master", "admin-cli", "admin"));
        callers.put("wrong audience", realm.token("kehu", "elsewhere", "own"));
        Workers.each(operations, operation -> {
            for (var door : Door.to(operation, suite)) {
                callers.forEach((kind, token) -> {
                    if (token != null || !operation.isPublic()) {
                        expect(operation, door, kind, UNKNOWN, token, 401);
                    }
                });
            }
        });
        conclude("callers without a valid token");
    }

    @Test
    void letsAnybodyDoWhatIsPublic() {
        Workers.each(operations, operation -> {
            if (operation.isPublic()) {
                for (var door : Door.to(operation, suite)) {
                    expect(operation, door, "anybody", UUID.randomUUID().toString(), null, 404);
                }
            }
        });
        conclude("public operations");
    }

    @Test
    void letsNobodyInWithoutThePermission() {
        Workers.each(operations, operation -> {
            for (var permission : operation.permissions()) {
                var token = realm.token(name("without", permission));
                for (var door : Door.to(operation, suite)) {
                    expect(operation, door, "every permission but " + permission, UNKNOWN, token, 403);
                }
            }
        });
        conclude("callers without the permission");
    }

    @Test
    void letsInWhoHasTheNamedPermissionsAlone() {
        Workers.each(operations, operation -> {
            if (operation.permissions().isEmpty()) {
                return;
            }
            var token = realm.token(name("only", operation.permissions()));
            for (var door : Door.to(operation, suite)) {
                var status = door.ask(operation, UNKNOWN, token).statusCode();
                cases.incrementAndGet();
                if (status == 401 || status == 403 || status >= 500) {
                    findings.add(
                            "%s by %s with only %s: %d".formatted(operation, door, operation.permissions(), status));
                }
            }
        });
        conclude("callers with the permissions alone");
    }

    @Test
    void hidesTheRowsOfOthersFromEveryVerbAndSubResource() {
        var token = realm.token("own");
        Workers.each(operations, operation -> {
            if (!operation.hasParameterInPath() || isEverybodys(operation)) {
                return;
            }
            var row = rows.of(operation);
            if (row == null) {
                findings.add(operation + ": no record of another owner to try it on; add one to Rows");
                return;
            }
            for (var door : Door.to(operation, suite)) {
                expect(operation, door, "another owner's row", row, token, 404);
            }
        });
        conclude("rows of others");
    }

    @Test
    void showsNoRowOfOthersInAnyAnswer() {
        var token = realm.token("own");
        Workers.each(operations, operation -> {
            if (operation.writes() || operation.hasParameterInPath() || EVERYBODYS.contains(operation.resource())) {
                return;
            }
            for (var door : Door.to(operation, suite)) {
                var customer = rows.of(operation) == null ? UNKNOWN : rows.of(operation);
                var body = door.ask(operation, customer, token).body();
                cases.incrementAndGet();
                if (body.contains("secret") || body.contains("保密") || body.contains(Rows.EMAIL)) {
                    findings.add("%s by %s shows another owner's row: %s".formatted(operation, door, body));
                }
            }
        });
        conclude("answers without rows of others");
    }

    @Test
    void listsAndExportsARowForWhomItIsAndForNobodyElse() {
        Workers.each(operations, operation -> {
            if (!operation.isFiltered() || EVERYBODYS.contains(operation.resource())) {
                return;
            }
            if (rows.of(operation) == null) {
                findings.add(operation + ": no record of another owner to look for; add one to Rows");
                return;
            }
            var number = rows.number(operation);
            for (var door : Door.to(operation, suite)) {
                if (lookFor(operation, door, realm.token("own")).contains(number)) {
                    findings.add("%s by %s shows another owner's %s".formatted(operation, door, number));
                }
                if (!lookFor(operation, door, suite.token("admin")).contains(number)) {
                    findings.add("%s by %s shows nobody %s, so it proves nothing".formatted(operation, door, number));
                }
            }
        });
        conclude("lists and exports of one row");
    }

    /** Asks a list, or a list as a file, for the one row of the administrator. */
    private String lookFor(ApiOperation operation, Door door, String token) {
        cases.incrementAndGet();
        var answer = door.send(operation, rows.pathOfList(operation), token, null, null);
        if (answer.statusCode() != 200) {
            findings.add("%s by %s: %d %s".formatted(operation, door, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    @Test
    void changesNothingThatHasMovedOn() {
        var stale = new AtomicInteger();
        Workers.each(operations, operation -> {
            if (operation.minds("If-Match") && rows.of(operation) != null) {
                for (var door : Door.to(operation, suite)) {
                    var answer = door.expecting("\"999999\"").ask(operation, rows.of(operation), suite.token("admin"));
                    cases.incrementAndGet();
                    if (answer.statusCode() == 412) {
                        stale.incrementAndGet();
                    }
                    if (answer.statusCode() < 400) {
                        findings.add("%s by %s: %d %s".formatted(operation, door, answer.statusCode(), answer.body()));
                    }
                }
            }
        });
        assertThat(stale.get()).isPositive();
        conclude("changes of what has moved on, %d of them 412".formatted(stale.get()));
    }

    @Test
    void namesAPermissionToExportForEveryListThatIsGivenAsAFile() {
        Workers.each(operations, operation -> {
            if (operation.isFile() && operation.isFiltered()) {
                cases.incrementAndGet();
                if (operation.permissions().size() != 1
                        || !operation.permissions().getFirst().endsWith(":export")) {
                    findings.add(operation + " is given for " + operation.permissions());
                }
            }
        });
        assertThat(cases.get()).isPositive();
        conclude("lists as files");
    }

    @Test
    void masksPersonalDataOnEveryWayOut() {
        var token = realm.token("unmasked-none");
        Workers.each(operations, operation -> {
            var row = rows.of(operation) == null ? UNKNOWN : rows.of(operation);
            if (operation.writes() && !operation.method().equals("PATCH")) {
                return;
            }
            var filtered = operation.isFiltered() && rows.hasPersonalData(operation);
            for (var door : Door.to(operation, suite)) {
                var body = filtered
                        ? lookFor(operation, door, token)
                        : door.ask(operation, row, token).body();
                cases.incrementAndGet();
                if (body.contains(Rows.PHONE) || body.contains(Rows.EMAIL)) {
                    findings.add("%s by %s shows personal data: %s".formatted(operation, door, body));
                }
                if (filtered && !lookFor(operation, door, suite.token("admin")).contains(Rows.EMAIL)) {
                    findings.add("%s by %s has nothing to mask, so it proves nothing".formatted(operation, door));
                }
            }
        });
        conclude("ways out for personal data");
    }

    /** Settings have no owner: what a resource has of them is named by a key, its records by an id. */
    private static boolean isEverybodys(ApiOperation operation) {
        return EVERYBODYS.contains(operation.resource()) || operation.template().endsWith("/custom-fields/{key}");
    }

    private void expect(ApiOperation operation, Door door, String caller, String id, String token, int status) {
        var answer = door.ask(operation, id, token);
        cases.incrementAndGet();
        var problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (answer.statusCode() != status || !problem) {
            findings.add("%s by %s, %s: %d %s".formatted(operation, door, caller, answer.statusCode(), answer.body()));
        }
    }

    private void conclude(String what) {
        System.out.printf("%s: %d cases over %d operations%n", what, cases.getAndSet(0), operations.size());
        var found = List.copyOf(findings);
        findings.clear();
        assertThat(found).isEmpty();
    }
}
