package io.kehu.customer;

import io.kehu.events.CustomerEvent;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.Money;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How customers come in by file. A parent stands before its subsidiaries, in the same thousand rows, or is there already. */
@ApplicationScoped
class CustomerImport implements RowImport<CustomerRow, Customer> {

    static final String RESOURCE = "customers";

    private final CustomerRepository customers;
    private final GroupService groups;
    private final ExternalIds externalIds;
    private final Numbers numbers;
    private final Directory directory;
    private final CustomerRemoval removal;

    CustomerImport(
            CustomerRepository customers,
            GroupService groups,
            ExternalIds externalIds,
            Numbers numbers,
            Directory directory,
            CustomerRemoval removal) {
        this.customers = customers;
        this.groups = groups;
        this.externalIds = externalIds;
        this.numbers = numbers;
        this.directory = directory;
        this.removal = removal;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.CUSTOMER;
    }

    @Override
    public Class<Customer> entity() {
        return Customer.class;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("name", "Name", "客户名称").needed(),
                Column.choice(Customer.Type.class, "type", "Type", "客户类型"),
                Column.text("unifiedSocialCreditCode", "Unified social credit code", "统一社会信用代码"),
                Column.text("industry", "Industry", "行业"),
                Column.of(ColumnType.INTEGER, "employees", "Employees", "员工人数"),
                Column.of(ColumnType.DECIMAL, "annualRevenue", "Annual revenue", "年营业额"),
                Column.text("currency", "Currency", "币种")
                        .described("ISO 4217 code of the annual revenue; CNY if none is given"),
                Column.of(ColumnType.INTEGER, "yearEstablished", "Year established", "成立年份"),
                Column.text("website", "Website", "网址"),
                Column.text("phone", "Phone", "电话"),
                Column.text("email", "E-mail", "邮箱"),
                Column.text("country", "Country", "国家"),
                Column.text("province", "Province", "省"),
                Column.text("city", "City", "市"),
                Column.text("source", "Source", "客户来源"),
                Column.text("level", "Level", "客户级别"),
                Column.text("tags", "Tags", "客户标签").described("Several tags are separated by semicolons"),
                Column.text("remark", "Remark", "备注"),
                Column.text("owner", "Owner", "负责人").described("Username; the importing user if none is given"),
                Column.text("team", "Team", "所属部门").described("Group path, for instance /sales/east"),
                Column.text("parent", "Parent", "上级客户").described("External id of the parent in the same source"),
                Column.choice(Parent.Relation.class, "parentRelation", "Parent relation", "与上级关系"),
                Column.of(ColumnType.DECIMAL, "parentShare", "Parent share", "持股比例"));
    }

    @Override
    public CustomerRow read(RowValues row) {
        var revenue = row.decimal("annualRevenue");
        var currency = row.text("currency");
        var tags = row.texts("tags");
        var fields = new CustomerFields(
                row.text("name"),
                row.choice("type", Customer.Type.class),
                row.text("unifiedSocialCreditCode"),
                row.text("industry"),
                row.integer("employees"),
                revenue == null ? null : new Money(revenue, currency == null ? "CNY" : currency),
                row.integer("yearEstablished"),
                row.text("website"),
                row.text("phone"),
                row.text("email"),
                row.text("country"),
                row.text("province"),
                row.text("city"),
                row.text("source"),
                row.text("level"),
                tags == null ? null : new HashSet<>(tags),
                row.text("remark"));
        return new CustomerRow(
                fields,
                row.text("owner"),
                row.text("team"),
                row.text("parent"),
                row.choice("parentRelation", Parent.Relation.class),
                row.decimal("parentShare"));
    }

    @Override
    public DomainEvent removed(Customer customer) {
        removal.requireUnused(customer.id());
        return customer.remove();
    }

    @Override
    public DomainEvent restored(Customer customer, Set<String> fields) {
        return new CustomerEvent.Updated(fields);
    }

    @Override
    public RowWriter<CustomerRow, Customer> writer(List<ImportRow<CustomerRow>> rows) {
        var wanted = new ArrayList<ExternalId>();
        for (var row : rows) {
            if (row.externalId() != null && row.command().parent() != null) {
                wanted.add(
                        new ExternalId(row.externalId().source(), row.command().parent()));
            }
        }
        var ids = externalIds.find(EventFamily.CUSTOMER, wanted);
        var visible = customers.visible(List.copyOf(ids.values())).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        var parents = new HashMap<ExternalId, Customer>();
        ids.forEach((pair, id) -> {
            if (visible.containsKey(id)) {
                parents.put(pair, visible.get(id));
            }
        });
        return new CustomerWriter(parents, groups, numbers, directory);
    }
}
