package io.kehu.system;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;

/**
 * What one account sees of the same data: a customer, the list with it, the list as a file, and a report.
 *
 * @param phone        of the customer, as this account is told it
 * @param listed       customers that the account may list, as it counts them
 * @param exported     rows of the file; none where the account may not export
 * @param exportedRow  the customer's row of the file, or empty
 * @param won          deals won, by the report; none where the account may read no reports
 */
record SeenBy(
        String account,
        int customerStatus,
        String phone,
        long listed,
        int exportStatus,
        long exported,
        String exportedRow,
        int reportStatus,
        long won) {

    static SeenBy of(Suite suite, String account, String customerId, String number) {
        var customer = suite.as(account).get("/v1/customers/" + customerId);
        var list = suite.as(account).get("/v1/customers?count=exact&limit=1");
        var file = suite.as(account).accept("text/csv").get("/v1/customers");
        var report = suite.as(account).get("/v1/reports/win-rate");
        var rows = file.statusCode() == 200 ? rows(file) : List.<String>of();
        return new SeenBy(
                account,
                customer.statusCode(),
                customer.statusCode() == 200 ? customer.path("phone") : null,
                list.jsonPath().getLong("count.value"),
                file.statusCode(),
                rows.size(),
                rows.stream().filter(row -> row.contains(number)).findAny().orElse(""),
                report.statusCode(),
                report.statusCode() == 200 ? report.jsonPath().getLong("total.won") : 0);
    }

    private static List<String> rows(Response file) {
        return Arrays.stream(file.asString().split("\r\n")).skip(1).toList();
    }
}
