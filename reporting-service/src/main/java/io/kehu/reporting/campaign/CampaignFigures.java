package io.kehu.reporting.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What campaigns 市场活动 have brought, the best first",
        requiredProperties = {"generatedAt", "freshness", "attribution", "campaigns"})
public record CampaignFigures(
        @JsonUnwrapped About about,
        Period period,
        Attribution attribution,

        @Schema(description = "By which figure they are ranked 排名依据")
        Ranking rankBy,

        @Schema(
                description =
                        "Currencies of won deals whose amounts are in no revenue, because they name no rate into the campaign's currency")
        Set<String> otherCurrencies,

        List<Row> campaigns)
        implements Charted {

    /** The figures of one campaign. */
    @Schema(
            name = "CampaignRow",
            requiredProperties = {"rank", "key", "name", "members", "leads"})
    public record Row(
            @Schema(description = "Place 排名, from 1") int rank,
            @Schema(description = "Id of the campaign") String key,
            String name,
            @Schema(description = "Type 活动类型") String type,
            @Schema(description = "Status 活动状态") String status,
            @Schema(description = "Members 成员数") long members,
            @Schema(description = "Of them invited 邀请数") long invited,
            @Schema(description = "Of them registered 报名数") long registered,
            @Schema(description = "Of them attended 参加数") long attended,
            @Schema(description = "Of them responded 响应数") long responded,

            @Schema(description = "Responded ÷ members 响应率; absent without members")
            BigDecimal responseRate,

            @Schema(description = "Leads 线索数 that say that they come from it")
            long leads,

            @Schema(description = "Of them converted 已转化") long converted,

            @Schema(description = "Converted ÷ leads 转化率; absent without leads")
            BigDecimal conversion,

            @Schema(description = "Deals 商机数 that it is credited with, by their shares")
            BigDecimal opportunities,

            @Schema(description = "Of them won 赢单数") BigDecimal won,

            @Schema(description = "Amount of the won ones in its currency, at their own rates, by their shares 收入")
            Money revenue,

            @Schema(description = "Budget 预算") Money budget,

            @Schema(description = "Actual cost 实际费用; absent while none is booked")
            Money actualCost,

            @Schema(description = "Actual cost ÷ leads 单个线索成本; absent without cost or leads")
            Money costPerLead,

            @Schema(description = "(Revenue - cost) ÷ cost 投资回报率; absent where there is no cost", examples = "1.5000")
            BigDecimal roi) {

        Row at(int place) {
            return new Row(
                    place,
                    key,
                    name,
                    type,
                    status,
                    members,
                    invited,
                    registered,
                    attended,
                    responded,
                    responseRate,
                    leads,
                    converted,
                    conversion,
                    opportunities,
                    won,
                    revenue,
                    budget,
                    actualCost,
                    costPerLead,
                    roi);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(
                "rank",
                "name",
                "type",
                "status",
                "members",
                "invited",
                "registered",
                "attended",
                "responded",
                "responseRate",
                "leads",
                "converted",
                "conversion",
                "opportunities",
                "won",
                "currency",
                "revenue",
                "budget",
                "actualCost",
                "costPerLead",
                "roi");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        campaigns.forEach(row -> rows.add(Arrays.asList(
                row.rank(),
                row.name(),
                row.type(),
                row.status(),
                row.members(),
                row.invited(),
                row.registered(),
                row.attended(),
                row.responded(),
                row.responseRate(),
                row.leads(),
                row.converted(),
                row.conversion(),
                row.opportunities(),
                row.won(),
                row.revenue().currency(),
                row.revenue().amount(),
                amount(row.budget()),
                amount(row.actualCost()),
                amount(row.costPerLead()),
                row.roi())));
        return rows;
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    @Override
    public String title(Labels labels) {
        return labels.text("campaigns.title", campaigns.size(), labels.text("ranking." + rankBy));
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return campaigns.stream()
                .map(row -> new Bar(
                        row.name(),
                        rankBy.of(row) == null ? 0 : rankBy.of(row).doubleValue(),
                        rankBy.told(row, labels),
                        labels.text(
                                "campaigns.note",
                                row.leads(),
                                labels.amount(row.revenue()),
                                labels.amount(row.actualCost()))))
                .toList();
    }
}
