package io.kehu.benchmarks;

import io.kehu.platform.search.SearchIndex;
import io.kehu.platform.search.SearchText;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Fills a database of customer-service with made-up customers, straight into its tables: {@code CustomerCopy <JDBC URL> <rows>}.
 * 200 owners in 20 teams below two; the newest three tenths all belong to one owner, as after a big import.
 */
public final class CustomerCopy {

    private static final int CHUNK = 20_000;
    private static final String BRANDS =
            "华为云瑞恒鼎博晟启睿宏锦凌泰卓嘉铭拓禾川悦澜盛远辰源航迅森图腾衡舟金银铜铁龙凤虎鹏飞翔宇宙星辰日月山河江海湖泊春夏秋冬东西南北中天地人和平安康福禄寿喜财宝玉石珠光明亮丽美好新旧大小高低长短";
    private static final List<String> PLACES = List.of(
            "北京", "上海", "广州", "深圳", "杭州", "宁波", "苏州", "南京", "青岛", "厦门", "武汉", "成都", "重庆", "西安", "昆明", "天津", "长沙", "郑州",
            "济南", "合肥", "福州", "南昌", "贵阳", "兰州", "沈阳", "大连", "长春", "石家庄", "太原", "海口");
    private static final List<String> BUSINESSES = List.of(
            "软件", "信息技术", "数据科技", "电子", "通信设备", "智能装备", "医疗器械", "精密机械", "医药", "生物制药", "贸易", "供应链", "商贸", "百货零售", "物流",
            "运输", "新能源", "电力", "教育科技", "食品", "建筑工程", "装饰", "环保科技", "文化传媒", "广告");
    private static final String LEGAL_FORM = "有限公司";

    private final Random random = new Random(42);
    private final int rows;
    private final long millis = System.currentTimeMillis();

    private CustomerCopy(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        var rows = Integer.parseInt(arguments[1]);
        try (var connection = DriverManager.getConnection(arguments[0])) {
            var begin = System.nanoTime();
            try (var statement = connection.createStatement()) {
                statement.execute("drop index search_entry_grams");
                statement.execute("drop index customer_name_part");
                new CustomerCopy(rows).run(connection);
                statement.execute("create index search_entry_grams on search_entry using gin (grams)");
                statement.execute("create index customer_name_part on customer using gin (lower(name) gin_trgm_ops)");
                statement.execute("analyze customer");
                statement.execute("vacuum analyze search_entry");
            }
            System.out.printf("%d customers in %.0f s%n", rows, (System.nanoTime() - begin) / 1e9);
        }
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
                    "copy customer (id, version, number, external_ids, owner, team, created_at, created_by, updated_at,"
                            + " updated_by, name, type, unified_social_credit_code, industry, employees, phone_exact,"
                            + " phone_last_digits, level, lifecycle, tags) from stdin",
                    new StringReader(customers.toString()));
            copy.copyIn("copy search_entry (id, type, text, grams) from stdin", new StringReader(entries.toString()));
        }
    }

    private void write(int row, StringBuilder customers, StringBuilder entries) {
        var id = new UUID(
                (millis - rows + row) << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
        var imported = row >= rows * 7 / 10;
        var seller = imported ? 199 : random.nextInt(200);
        var owner = "seller-%03d".formatted(seller);
        var team = "/bench/%s/team-%02d".formatted(seller % 2 == 0 ? "east" : "west", seller % 20);
        var name = oneOf(PLACES) + brand() + brand() + oneOf(BUSINESSES) + LEGAL_FORM;
        var number = "B%08d%05d".formatted(row / 10_000, row % 10_000);
        var code = "9199%014d".formatted(row);
        customers.append(Stream.of(
                        id,
                        1,
                        number,
                        "[]",
                        owner,
                        team,
                        "2026-03-15",
                        owner,
                        "2026-03-15",
                        owner,
                        name,
                        "COMPANY",
                        code,
                        65,
                        random.nextInt(5_000),
                        random.nextLong(),
                        random.nextInt(10_000),
                        "A",
                        "PROSPECT",
                        "[]")
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining("\t", "", "\n")));
        var entry = SearchIndex.row(new SearchText(List.of(name), List.of(number, code)), owner, team);
        entries.append("%s\tcustomer\t%s\t%s\n".formatted(id, entry[0], entry[1]));
    }

    private String brand() {
        var at = random.nextInt(BRANDS.length());
        return BRANDS.substring(at, at + 1);
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
