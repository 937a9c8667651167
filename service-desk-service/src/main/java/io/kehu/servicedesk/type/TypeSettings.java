package io.kehu.servicedesk.type;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.TicketFields;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A type of tickets, and what holds for those that are of it. */
@Schema(name = "TicketTypeSettings", description = "A type of tickets 请求类型 with its settings")
public record TypeSettings(
        @Schema(description = "Name; its present one when left out, needed of a new type", examples = "Installation")
        @Size(min = 1, max = 100)
        String name,

        @Schema(description = "Chinese name 名称; its present one when left out, needed of a new type", examples = "安装")
        @Size(min = 1, max = 100)
        String chineseName,

        @Schema(description = "Whether new tickets may be of it 启用; true when left out. Those that are of it stay so")
        Boolean active,

        @Schema(
                description =
                        "Types are shown in this order 排序; its present place when left out, the last one of a new type",
                examples = "70")
        @Min(0)
        @Max(10_000)
        Integer position,

        @Schema(description = "Group 处理组 that new tickets go to; nobody's when left out", examples = "printers")
        @Size(max = 100)
        @Pattern(regexp = ".*\\S.*")
        String defaultGroup,

        @Schema(description = "Priority 默认优先级 of those of which neither impact nor urgency nor priority is told")
        Priority defaultPriority,

        @Schema(
                description =
                        "Key of the policy 服务级别策略 for them, whatever its condition says; found by the conditions when left out",
                examples = "standard")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
        String slaPolicy,

        @Schema(description = "Fields 必填字段 that they need", examples = "[\"category\"]") @Size(max = 10)
        Set<@NotNull Field> requiredFields,

        @Schema(description = "Whether they need a contract 合同 that is in force; false when left out")
        Boolean contractInForce,

        @Schema(description = "Days after which a resolved one is closed 自动关闭天数; never when left out", examples = "7")
        @Min(1)
        @Max(365)
        Integer closeAfterDays,

        @Schema(
                description =
                        "Days in which a closed one is reopened by a message of the customer 客户回复重新打开天数; 7 when left out",
                examples = "7")
        @Min(0)
        @Max(365)
        Integer reopenWithinDays) {

    static final TypeSettings NONE = new TypeSettings(null, null, null, null, null, null, null, null, null, null, null);

    private static final int REOPEN_DAYS = 7;

    /** What may be required. */
    @Schema(name = "TicketTypeField")
    public enum Field {
        description,
        category,
        channel,
        impact,
        urgency,
        contactId,
        contractId,
        productId;

        boolean isMissing(TicketFields fields) {
            return switch (this) {
                case description -> isBlank(fields.description());
                case category -> isBlank(fields.category());
                case channel -> isBlank(fields.channel());
                case impact -> fields.impact() == null;
                case urgency -> fields.urgency() == null;
                case contactId -> fields.contactId() == null;
                case contractId -> fields.contractId() == null;
                case productId -> fields.productId() == null;
            };
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }

    public TypeSettings {
        active = Objects.requireNonNullElse(active, true);
        requiredFields = requiredFields == null ? Set.of() : Set.copyOf(requiredFields);
    }

    /** The same with the names and the place of {@code known} where it tells none. */
    TypeSettings insteadOf(TypeSettings known) {
        return new TypeSettings(
                name == null ? known.name : name,
                chineseName == null ? known.chineseName : chineseName,
                active,
                position == null ? known.position : position,
                defaultGroup,
                defaultPriority,
                slaPolicy,
                requiredFields,
                contractInForce,
                closeAfterDays,
                reopenWithinDays);
    }

    TypeSettings requireNamed() {
        var missing = Stream.of(name == null ? "name" : null, chineseName == null ? "chineseName" : null)
                .filter(Objects::nonNull)
                .map(field -> new InvalidField(field, "field.required"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Invalid("validation.failed", missing);
        }
        return this;
    }

    /** Names of the fields that are needed and not there. */
    public List<String> missing(TicketFields fields) {
        return requiredFields.stream()
                .filter(field -> field.isMissing(fields))
                .map(Enum::name)
                .sorted()
                .toList();
    }

    /** Until how long after its end a customer opens a ticket again by writing. */
    public int reopenDays() {
        return Objects.requireNonNullElse(reopenWithinDays, REOPEN_DAYS);
    }

    public boolean needsContract() {
        return Boolean.TRUE.equals(contractInForce);
    }

    /** With the priority that counts if nothing tells one. */
    public TicketFields complete(TicketFields fields) {
        return fields.priority() == null && fields.impact() == null && fields.urgency() == null
                ? fields.ofPriority(defaultPriority)
                : fields;
    }
}
