package io.kehu.activity;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How activities go out as a file. */
@ApplicationScoped
class ActivityExport implements RowExport<Activity> {

    private final ActivityRepository repository;

    ActivityExport(ActivityRepository repository) {
        this.repository = repository;
    }

    @Override
    public String resource() {
        return "activities";
    }

    @Override
    public AggregateRepository<Activity> repository() {
        return repository;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("type", "Type", "类型"),
                Column.text("subject", "Subject", "主题"),
                Column.text("content", "Content", "内容"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("direction", "Direction", "方向"),
                Column.of(ColumnType.INSTANT, "happenedAt", "Happened at", "发生时间"),
                Column.of(ColumnType.INTEGER, "minutes", "Minutes", "时长（分钟）"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("opportunityId", "Opportunity id", "商机ID"),
                Column.text("contactIds", "Contact ids", "联系人ID"),
                Column.text("outcome", "Outcome", "结果"),
                Column.text("results", "Results", "成果"),
                Column.text("participants", "Participants", "参与人"),
                Column.text("needs", "Needs", "需求"),
                Column.text("feedback", "Feedback", "反馈"));
    }

    @Override
    public Function<Activity, ActivityView> views(List<Activity> records) {
        return Activity::view;
    }
}
