package io.kehu.servicedesk;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tickets there are, as this service itself counts them. */
@Schema(description = "Number of tickets 服务请求统计, as far as the caller may see them")
public record TicketTotals(long count, Map<TicketStatus, Long> byStatus) {}
