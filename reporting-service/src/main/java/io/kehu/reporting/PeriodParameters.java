package io.kehu.reporting;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that say which days a report is about. */
public record PeriodParameters(
        @RestQuery @Parameter(description = "First day 起始日期, for instance 2026-01-01")
        String from,

        @RestQuery @Parameter(description = "Last day 结束日期, inclusive")
        String to,

        @RestQuery @Parameter(description = "Time zone of the days 时区, the company's unless said")
        String timeZone,

        @RestQuery
        @Parameter(
                description =
                        "Month in which the fiscal year 财年 begins, 1 to 12, for quarters and years; 1 unless said")
        String fiscalYearStart) {

    public Period period() {
        var first = new Argument("from", from).date();
        var last = new Argument("to", to);
        if (first != null && last.date() != null && last.date().isBefore(first)) {
            throw last.misfit("not before from");
        }
        return new Period(
                first,
                last.date(),
                new Argument("timeZone", timeZone).zone(),
                new Argument("fiscalYearStart", fiscalYearStart).month(1));
    }
}
