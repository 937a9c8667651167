package io.kehu.platform.dictionary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dictionaries of this service: entries of standards, and the company's own, which other replicas follow in seconds. */
@ApplicationScoped
public class Dictionaries {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final Map<String, DictionaryKind> kinds;
    private final Map<String, List<DictionaryEntry>> standards = new ConcurrentHashMap<>();
    private final Cache<String, Dictionary> current =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private final Map<String, Dictionary> unchanging = new ConcurrentHashMap<>();

    Dictionaries(AgroalDataSource database, @All List<DictionaryKind> kinds) {
        this.database = database;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(DictionaryKind::name, Function.identity()));
    }

    public List<DictionaryKind> kinds() {
        return kinds.values().stream()
                .sorted(java.util.Comparator.comparing(DictionaryKind::name))
                .toList();
    }

    /** The kind of this name; 404 if there is none. */
    public DictionaryKind kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new NotFound("dictionary", name);
        }
        return kind;
    }

    public Dictionary of(String name) {
        var kind = kind(name);
        return kind.owned()
                ? current.get(name, _ -> load(kind))
                : unchanging.computeIfAbsent(name, _ -> new Dictionary(standard(kind)));
    }

    /** Adds the company's entry, or puts it in the place of one with its code. */
    public DictionaryEntry put(String name, DictionaryEntry entry) {
        if (!kind(name).owned()) {
            throw new Conflict("dictionary.standard", name, kind(name).standard());
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into dictionary_entry
                          (dictionary, code, zh, en, parent, aliases, active, position, updated_at, updated_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now(), ?)
                        on conflict (dictionary, code) do update
                        set zh = excluded.zh, en = excluded.en, parent = excluded.parent, aliases = excluded.aliases,
                            active = excluded.active, position = excluded.position,
                            updated_at = now(), updated_by = excluded.updated_by""")) {
            statement.setString(1, name);
            statement.setString(2, entry.code());
            statement.setString(3, entry.zh());
            statement.setString(4, entry.en());
            statement.setString(5, entry.parent());
            statement.setArray(
                    6, connection.createArrayOf("text", entry.aliases().toArray()));
            statement.setBoolean(7, entry.active());
            statement.setInt(8, entry.position());
            statement.setString(9, Caller.current().username());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A dictionary entry could not be stored", e);
        }
        current.invalidate(name);
        return entry;
    }

    private List<DictionaryEntry> standard(DictionaryKind kind) {
        return kind.resource() == null ? List.of() : standards.computeIfAbsent(kind.resource(), StandardEntries::of);
    }

    private Dictionary load(DictionaryKind kind) {
        var entries = new ArrayList<>(standard(kind));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select code, zh, en, parent, aliases, active, position
                        from dictionary_entry where dictionary = ? order by position, code""")) {
            statement.setString(1, kind.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new DictionaryEntry(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            Arrays.asList((String[]) rows.getArray(5).getArray()),
                            rows.getBoolean(6),
                            rows.getInt(7)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dictionary " + kind.name() + " could not be read", e);
        }
        return new Dictionary(entries);
    }
}
