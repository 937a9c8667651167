package io.kehu.servicedesk;

/** What is asked for 请求类型. */
public enum TicketType {
    TECHNICAL_SUPPORT,
    REPAIR,
    INQUIRY,
    COMPLAINT,
    RETURN,
    SUGGESTION
}
