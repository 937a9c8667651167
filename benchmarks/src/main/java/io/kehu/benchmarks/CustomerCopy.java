package io.kehu.benchmarks;

import io.kehu.platform.personal.SealedPhone;
import io.kehu.platform.search.SearchIndex;
import io.kehu.platform.search.SearchText;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills a database of customer-service with made-up customers, straight into its tables: {@code CustomerCopy <JDBC URL> <rows>}.
 * 200 owners in 20 teams below two; the newest three tenths all belong to one owner, as after a big import. Whatever
 * customers were there are thrown away.
 */
public final class CustomerCopy {

    static final int OWNERS = 200;

    /** To whom the newest rows belong. */
    static final int IMPORTER = 199;

    private static final int CHUNK = 20_000;
    private static final String BRANDS =
            "华为云瑞恒鼎博晟启睿宏锦凌泰卓嘉铭拓禾川悦澜盛远辰源航迅森图腾衡舟金银铜铁龙凤虎鹏飞翔宇宙星辰日月山河江海湖泊春夏秋冬东西南北中天地人和平安康福禄寿喜财宝玉石珠光明亮丽美好新旧大小高低长短";
    private static final List<String> PLACES = List.of(
            "北京", "上海", "广州", "深圳", "杭州", "宁波", "苏州", "南京", "青岛", "厦门", "武汉", "成都", "重庆", "西安", "昆明", "天津", "长沙", "郑州",
            "济南", "合肥", "福州", "南昌", "贵阳", "兰州", "沈阳", "大连", "长春", "石家庄", "太原", "海口");
    private static final List<String> BUSINESSES = List.of(
            "软件", "信息技术", "数据科技", "电子", "通信设备", "智能装备", "医疗器械", "精密机械", "医药", "生物制药", "贸易", "供应链", "商贸", "百货零售", "物流",
            "运输", "新能源", "电力", "教育科技", "食品", "建筑工程", "装饰", "环保科技", "文化传媒", "广告");
    private static final List<String> INDUSTRIES =
            List.of("65", "64", "51", "52", "34", "35", "39", "27", "83", "77", "54", "44", "48", "50", "14", "72");
    private static final List<String> LEVELS = List.of("A", "B", "B", "C", "C", "C");
    private static final List<String> LIFECYCLES =
            List.of("PROSPECT", "PROSPECT", "QUALIFIED", "ACTIVE", "AT_RISK", "CHURNED");
    private static final long FIRST_MILLIS =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String LEGAL_FORM = "有限公司";
    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 20;

    private final Random random = new Random(42);
    private final int rows;

    private CustomerCopy(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        var rows = Integer.parseInt(arguments[1]);
        try (var connection = DriverManager.getConnection(arguments[0])) {
            var begin = System.nanoTime();
            fill(connection, rows);
            System.out.printf("%d customers in %.0f s%n", rows, (System.nanoTime() - begin) / 1e9);
        }
    }

    /** The id of a row, which a script can make up from its number as well: {@link #idOf}. */
    static UUID id(int row) {
        return new UUID(FIRST_MILLIS + row << 16 | 0x7000, 0xa000L << 48 | row);
    }

    /** {@link #id} in SQL, of the number in the variable n of a pgbench script. */
    static final String ID_OF_N = idOf(":n");

    /** {@link #id} in SQL, of a number there. */
    static String idOf(String number) {
        return "(lpad(to_hex(%1$d + %2$s::bigint), 12, '0') || '7000a000' || lpad(to_hex(%2$s::bigint), 12, '0'))::uuid"
                .formatted(FIRST_MILLIS, number);
    }

    /** Fills the tables of customers, with their indexes made anew in the end. */
    static void fill(Connection connection, int rows) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            empty(connection, statement);
            var indexes = indexes(statement);
            for (var name : indexes.keySet()) {
                statement.execute("drop index " + name);
            }
            new CustomerCopy(rows).run(connection);
            statement.execute("set constraints all immediate");
            statement.execute("set maintenance_work_mem = '512MB'");
            for (var definition : indexes.values()) {
                statement.execute(definition);
            }
            statement.execute("alter index search_entry_grams set (gin_pending_list_limit = 512)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze customer");
            statement.execute("vacuum analyze search_entry");
        }
    }

    /** The service's jobs look into these tables in another order, so that one of both may have to begin again. */
    private static void empty(Connection connection, Statement statement) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                statement.execute("truncate customer, event, outbox, external_id, subject_key, search_entry, import_job"
                        + " cascade");
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                connection.rollback();
            }
        }
    }

    private static Map<String, String> indexes(Statement statement) throws SQLException {
        var indexes = new TreeMap<String, String>();
        try (var found = statement.executeQuery("""
            select indexname, indexdef from pg_indexes
            where schemaname = 'public' and tablename in ('customer', 'search_entry')
              and indexname not in (select conname from pg_constraint)\
            """)) {
            while (found.next()) {
                indexes.put(found.getString(1), found.getString(2));
            }
        }
        return indexes;
    }

    private void run(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var from = 0; from < rows; from += CHUNK) {
            var customers = new StringBuilder();
            var entries = new StringBuilder();
            for (var row = from; row < Math.min(rows, from + CHUNK); row++) {
                write(row, customers, entries);
            }
            copy.copyIn(
                    "copy customer (id, version, number, external_ids, owner, team, created_at, created_by,"
                            + " updated_at, updated_by, name, name_key, type, unified_social_credit_code, industry,"
                            + " employees, annual_revenue, annual_revenue_currency, country, province, city, phone_sealed,"
                            + " phone_exact, phone_last_digits, level, lifecycle, tags) from stdin",
                    new StringReader(customers.toString()));
            copy.copyIn("copy search_entry (id, type, text, grams) from stdin", new StringReader(entries.toString()));
        }
    }

    private void write(int row, StringBuilder customers, StringBuilder entries) {
        var id = id(row);
        var imported = row >= rows * 7L / 10;
        var seller = imported ? IMPORTER : random.nextInt(OWNERS);
        var owner = owner(seller);
        var team = team(seller);
        var name = oneOf(PLACES) + brand() + brand() + oneOf(BUSINESSES);
        var number = "B%08d%05d".formatted(row / 10_000, row % 10_000);
        var code = creditCode("9199%013d".formatted(row));
        var created = Instant.ofEpochMilli(FIRST_MILLIS + row);
        var updated = created.plusSeconds(random.nextInt(10_000_000));
        var phone = SealedPhone.of(id, "138%08d".formatted(random.nextInt(100_000_000)), null);
        var values = Arrays.asList(
                id,
                1,
                number,
                "[]",
                owner,
                team,
                created,
                owner,
                updated,
                owner,
                name + LEGAL_FORM,
                name,
                "COMPANY",
                code,
                oneOf(INDUSTRIES),
                random.nextInt(3) == 0 ? "\\N" : random.nextInt(5_000),
                random.nextInt(3) == 0 ? "\\N" : random.nextInt(100_000_000),
                "CNY",
                "CN",
                "440000",
                "440300",
                "\\\\x" + HexFormat.of().formatHex(phone.sealed()),
                phone.exact(),
                phone.lastDigits(),
                oneOf(LEVELS),
                oneOf(LIFECYCLES),
                "[]");
        customers.append(values.stream().map(String::valueOf).collect(Collectors.joining("\t", "", "\n")));
        var entry = SearchIndex.row(new SearchText(List.of(name + LEGAL_FORM), List.of(number, code)), owner, team);
        entries.append("%s\tcustomer\t%s\t%s\n".formatted(id, entry[0], entry[1]));
    }

    /** With the check character of GB 32100. */
    private static String creditCode(String body) {
        var sum = 0;
        var weight = 1;
        for (var index = 0; index < body.length(); index++) {
            sum += CODE_CHARACTERS.indexOf(body.charAt(index)) * weight;
            weight = weight * 3 % CODE_CHARACTERS.length();
        }
        var check = (CODE_CHARACTERS.length() - sum % CODE_CHARACTERS.length()) % CODE_CHARACTERS.length();
        return body + CODE_CHARACTERS.charAt(check);
    }

    static String owner(int seller) {
        return "seller-%03d".formatted(seller);
    }

    static String team(int seller) {
        return "/bench/%s/team-%02d".formatted(seller % 2 == 0 ? "east" : "west", seller % 20);
    }

    private String brand() {
        var at = random.nextInt(BRANDS.length());
        return BRANDS.substring(at, at + 1);
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
