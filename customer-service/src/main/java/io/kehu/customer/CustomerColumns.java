package io.kehu.customer;

import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomField;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The columns of a file of customers, and what a row of them says. */
final class CustomerColumns {

    private CustomerColumns() {}

    static List<Column> all(List<CustomField> customFields) {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "客户名称").needed(),
                Column.choice(CustomerType.class, "type", "Type", "客户类型"),
                Column.text("unifiedSocialCreditCode", "Unified social credit code", "统一社会信用代码"),
                Column.text("industry", "Industry", "行业").described("Code or name of GB/T 4754, or of an own entry"),
                Column.of(ColumnType.INTEGER, "employees", "Employees", "员工人数"),
                Column.text("sizeBand", "Size band", "公司规模").described("1-49, 50-199, 200-499, 500-999 or 1000+"),
                Column.of(ColumnType.DECIMAL, "annualRevenue", "Annual revenue", "年营业额"),
                Column.currency("currency", "Currency", "币种"),
                Column.of(ColumnType.INTEGER, "yearEstablished", "Year established", "成立年份"),
                Column.text("website", "Website", "网址"),
                Column.text("phone", "Phone", "电话"),
                Column.text("email", "E-mail", "邮箱"),
                Column.text("country", "Country", "国家"),
                Column.text("province", "Province", "省"),
                Column.text("city", "City", "市"),
                Column.text("district", "District", "区县").clearing("addresses"),
                Column.text("street", "Street", "详细地址")
                        .clearing("addresses")
                        .described("With district and postal code, the customer's only address, in the row's city"),
                Column.text("postalCode", "Postal code", "邮编").clearing("addresses"),
                Column.choice(Address.Kind.class, "addressKind", "Address kind", "地址类型")
                        .described("REGISTERED if none is given"),
                Column.text("source", "Source", "客户来源"),
                Column.text("campaign", "Campaign", "市场活动").described("Number of the campaign", "市场活动编号"),
                Column.text("level", "Level", "客户级别"),
                Column.text("tags", "Tags", "客户标签").described("Several tags are separated by semicolons"),
                Column.text("needs", "Needs", "需求"),
                Column.text("specialNeeds", "Special needs", "特殊需求"),
                Column.text("invoiceName", "Invoice title", "发票抬头").clearing("invoiceTitle.title"),
                Column.text("taxNumber", "Tax number", "税号").clearing("invoiceTitle.taxNumber"),
                Column.text("bank", "Bank", "开户行").clearing("invoiceTitle.bank"),
                Column.text("bankAccount", "Bank account", "银行账号").clearing("invoiceTitle.account"),
                Column.text("invoiceAddress", "Invoice address", "开票地址").clearing("invoiceTitle.address"),
                Column.text("invoicePhone", "Invoice phone", "开票电话").clearing("invoiceTitle.phone"),
                Column.text("remark", "Remark", "备注"),
                Column.text("owner", "Owner", "负责人")
                        .described("Username; the importing user if none is given")
                        .leavingWhenBlank(),
                Column.text("team", "Team", "所属部门")
                        .described("Group path, for instance /sales/east")
                        .leavingWhenBlank(),
                Column.text("parent", "Parent", "上级客户")
                        .described("External id of the parent in the same source")
                        .leavingWhenBlank(),
                Column.choice(Parent.Relation.class, "parentRelation", "Parent relation", "与上级关系"),
                Column.of(ColumnType.DECIMAL, "parentShare", "Parent share", "持股比例"),
                Column.choice(Lifecycle.class, "lifecycle", "Lifecycle", "客户阶段")
                        .described("Where a new customer stands, PROSPECT if none is given; files change no others")));
        columns.addAll(CustomColumns.of(customFields));
        return List.copyOf(columns);
    }

    static CustomerRow read(RowValues row, List<CustomField> customFields) {
        var tags = row.texts("tags");
        var fields = new CustomerFields(
                row.text("name"),
                row.choice("type", CustomerType.class),
                row.text("unifiedSocialCreditCode"),
                row.text("industry"),
                row.integer("employees"),
                row.text("sizeBand"),
                row.money("annualRevenue", "currency"),
                row.integer("yearEstablished"),
                row.text("website"),
                row.text("phone"),
                row.text("email"),
                row.text("country"),
                row.text("province"),
                row.text("city"),
                addresses(row),
                row.text("source"),
                null,
                row.text("level"),
                tags == null ? null : new HashSet<>(tags),
                row.text("needs"),
                row.text("specialNeeds"),
                invoiceTitle(row),
                row.text("remark"),
                CustomColumns.read(customFields, row));
        return new CustomerRow(
                fields,
                row.text("campaign"),
                row.text("owner"),
                row.text("team"),
                row.text("parent"),
                row.choice("parentRelation", Parent.Relation.class),
                row.decimal("parentShare"),
                row.choice("lifecycle", Lifecycle.class));
    }

    private static List<Address> addresses(RowValues row) {
        var kind = row.choice("addressKind", Address.Kind.class);
        if (Stream.of("district", "street", "postalCode").map(row::text).allMatch(Objects::isNull)) {
            return null;
        }
        return List.of(new Address(
                kind == null ? Address.Kind.REGISTERED : kind,
                row.text("country"),
                row.text("province"),
                row.text("city"),
                row.text("district"),
                row.text("street"),
                row.text("postalCode")));
    }

    private static InvoiceTitle invoiceTitle(RowValues row) {
        var title = new InvoiceTitle(
                row.text("invoiceName"),
                row.text("taxNumber"),
                row.text("bank"),
                row.text("bankAccount"),
                row.text("invoiceAddress"),
                row.text("invoicePhone"));
        return title.isEmpty() ? null : title;
    }
}
