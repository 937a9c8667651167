package io.kehu.contract;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How contracts go out as a file. */
@ApplicationScoped
class ContractExport implements RowExport<Contract> {

    private final ContractRepository repository;

    ContractExport(ContractRepository repository) {
        this.repository = repository;
    }

    @Override
    public String resource() {
        return "contracts";
    }

    @Override
    public AggregateRepository<Contract> repository() {
        return repository;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("name", "Name", "合同名称"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("opportunityId", "Opportunity id", "商机ID"),
                Column.of(ColumnType.DECIMAL, "amount", "Amount", "金额"),
                Column.text("currency", "Currency", "币种"),
                Column.text("approval", "Approval", "审批状态"),
                Column.text("status", "Status", "合同状态"),
                Column.of(ColumnType.DATE, "signedOn", "Signed on", "签署日期"),
                Column.of(ColumnType.DATE, "startsOn", "Starts on", "开始日期"),
                Column.of(ColumnType.DATE, "endsOn", "Ends on", "结束日期"),
                Column.text("submittedBy", "Submitted by", "提交人"),
                Column.text("approvedBy", "Approved by", "审批人"),
                Column.text("paymentTerms", "Payment terms", "付款条件"));
    }

    @Override
    public Function<Contract, ContractView> views(List<Contract> records) {
        return Contract::view;
    }
}
