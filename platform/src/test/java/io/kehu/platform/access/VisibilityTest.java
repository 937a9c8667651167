package io.kehu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.Collaborator;
import io.kehu.events.Origin;
import io.kehu.platform.access.Visibility.Condition;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.testapp.KnownCustomer;
import io.kehu.platform.testapp.Memo;
import io.kehu.platform.testapp.Memos;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rule of visible rows, in its three forms: Hibernate's filter, native SQL and plain Java must agree for everybody. */
@QuarkusTest
class VisibilityTest {

    private static final List<String> OWNERS = List.of("anna", "ben", "an");
    private static final List<String> TEAMS = List.of("/a", "/a/b", "/a/b/c", "/ab", "/a0", "/b", "/a/%", "/A/b");
    private static final List<String> PRINCIPALS =
            Stream.concat(OWNERS.stream(), TEAMS.stream()).toList();
    private static final Caller SYSTEM = Caller.system("test", Origin.API);

    private final Random random = new Random(20260315);

    @Inject
    Notes notes;

    @Inject
    Memos memos;

    @Inject
    KnownRecords known;

    @Inject
    DataSource database;

    @Test
    void meansTheSameInEveryForm() throws SQLException {
        var mark = UUID.randomUUID().toString();
        var all = new ArrayList<Note>();
        SYSTEM.run(() -> {
            for (var owner : OWNERS) {
                all.add(notes.write(owner, null, mark, 1, List.of()));
                TEAMS.forEach(team -> all.add(notes.write(owner, team, mark, 1, shares())));
            }
        });
        for (var caller : callers()) {
            var rule = Visibility.of(caller);
            var expected = ids(all.stream()
                    .filter(note -> rule.allows(note.owner(), note.team(), note.collaborators()))
                    .toList());
            var listed = ids(caller.call(() -> notes.page(ListRequest.of("text==" + mark, null, 200)))
                    .items());
            assertThat(listed).as("%s", caller).isEqualTo(expected);
            assertThat(ids(all.stream()
                            .filter(note -> found(caller, () -> notes.require(note.id())))
                            .toList()))
                    .as("by key: %s", caller)
                    .isEqualTo(expected);
            assertThat(byNativeSql("note", rule.ofRecord("r"), mark))
                    .as("%s", caller)
                    .isEqualTo(expected);
            assertThat(byNativeSql("note", rule.ofScope("r"), mark))
                    .as("%s", caller)
                    .isEqualTo(ids(all.stream()
                            .filter(note -> rule.inScope(note.owner(), note.team()))
                            .toList()));
        }
    }

    @Test
    void meansTheSameInEveryFormForWhatHangsOnCustomers() throws SQLException {
        var mark = UUID.randomUUID().toString();
        var customers = customers();
        var all = new ArrayList<Memo>();
        SYSTEM.run(() -> {
            for (var count = 0; count < 60; count++) {
                var customer = random.nextInt(4) == 0
                        ? null
                        : customers.get(random.nextInt(customers.size())).id();
                all.add(memos.write(one(OWNERS), oneOrNone(TEAMS), customer, mark, shares()));
            }
        });
        var byId = customers.stream().collect(Collectors.toMap(KnownCustomer::id, Function.identity()));
        var seenByCustomerOnly = 0L;
        for (var caller : callers()) {
            var rule = Visibility.of(caller);
            var expected =
                    ids(all.stream().filter(memo -> sees(rule, memo, byId)).toList());
            var listed = ids(caller.call(() -> memos.page(ListRequest.of("text==" + mark, null, 200)))
                    .items());
            assertThat(listed).as("%s", caller).isEqualTo(expected);
            assertThat(ids(all.stream()
                            .filter(memo -> found(caller, () -> memos.require(memo.id())))
                            .toList()))
                    .as("by key: %s", caller)
                    .isEqualTo(expected);
            assertThat(byNativeSql("memo", rule.ofCustomerRecord("r"), mark))
                    .as("%s", caller)
                    .isEqualTo(expected);
            seenByCustomerOnly += expected.size()
                    - all.stream()
                            .filter(memo -> rule.allows(memo.owner(), memo.team(), memo.collaborators()))
                            .count();
        }
        assertThat(seenByCustomerOnly).as("the sample says something").isPositive();
    }

    private static boolean found(Caller caller, Supplier<?> byKey) {
        try {
            return caller.call(byKey::get) != null;
        } catch (NotFound invisible) {
            return false;
        }
    }

    private static boolean sees(Visibility rule, Memo memo, Map<UUID, KnownCustomer> customers) {
        var customer = memo.customerId() == null ? null : customers.get(memo.customerId());
        return rule.allows(memo.owner(), memo.team(), memo.collaborators())
                || (customer != null
                        && !customer.deleted()
                        && rule.allows(customer.owner(), customer.team(), customer.collaborators()));
    }

    private List<KnownCustomer> customers() {
        var customers = new ArrayList<KnownCustomer>();
        for (var count = 0; count < 20; count++) {
            customers.add(new KnownCustomer(
                    UUID.randomUUID(), one(OWNERS), oneOrNone(TEAMS), shares(), random.nextInt(6) == 0));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> known.learn(
                        customers.stream().map(customer -> customer.told(1)).toList()));
        return customers;
    }

    private List<Collaborator> shares() {
        var shares = new ArrayList<Collaborator>();
        for (var principal : PRINCIPALS) {
            if (random.nextInt(9) == 0) {
                var access = random.nextBoolean() ? Collaborator.Access.READ : Collaborator.Access.WRITE;
                var ends = switch (random.nextInt(3)) {
                    case 0 -> Instant.now().minus(Duration.ofDays(1));
                    case 1 -> Instant.now().plus(Duration.ofDays(1));
                    default -> null;
                };
                shares.add(new Collaborator(principal, access, ends));
            }
        }
        return shares;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T oneOrNone(List<T> values) {
        return random.nextInt(5) == 0 ? null : one(values);
    }

    @Test
    void forgetsTheSharesThatACustomerNoLongerHas() {
        var shared = KnownCustomer.of("ben", "/b", new Collaborator("anna", Collaborator.Access.READ, null));
        var unshared = new KnownCustomer(shared.id(), "ben", "/b", List.of(), false);
        learn(shared, 1);
        var memo = SYSTEM.call(() -> memos.write("ben", "/b", shared.id(), "of a shared customer", List.of()));
        var anna = new Caller("anna", "/a", Scope.OWN, Set.of(), Origin.API, null);
        assertThat(anna.call(() -> memos.require(memo.id()).id())).isEqualTo(memo.id());
        learn(unshared, 3);
        learn(shared, 2);
        assertThatThrownBy(() -> anna.call(() -> memos.require(memo.id()))).isInstanceOf(NotFound.class);
    }

    private void learn(KnownCustomer customer, long version) {
        QuarkusTransaction.requiringNew().run(() -> known.learn(List.of(customer.told(version))));
    }

    @Test
    void loadsByKeyOnlyWhatIsVisible() {
        var note = SYSTEM.call(() -> notes.write("anna", "/a", "by key", 1));
        var stranger = new Caller("ben", "/b", Scope.TEAM_TREE, Set.of(), Origin.API, null);
        assertThatThrownBy(() -> stranger.call(() -> notes.require(note.id()))).isInstanceOf(NotFound.class);
        assertThat(Caller.current().scope())
                .as("without an identity nothing is visible")
                .isEqualTo(Scope.NONE);
    }

    private static List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        for (var scope : Scope.values()) {
            for (var username : OWNERS) {
                callers.add(new Caller(username, null, scope, Set.of(), Origin.API, null));
                TEAMS.forEach(team -> callers.add(new Caller(username, team, scope, Set.of(), Origin.API, null)));
            }
        }
        return callers;
    }

    private static Set<String> ids(Collection<? extends OwnedAggregate<?>> found) {
        return found.stream().map(each -> each.id().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> byNativeSql(String table, Condition condition, String mark) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id from " + table + " r where r.text = ? and " + condition.sql())) {
            statement.setString(1, mark);
            var index = 2;
            for (var parameter : condition.parameters()) {
                statement.setObject(index++, parameter);
            }
            var ids = new TreeSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
