package io.kehu.servicedesk.sla;

/** What is promised 服务承诺. */
public enum SlaKind {
    /** An agent's first public message 首次响应. */
    FIRST_RESPONSE,
    /** An agent's public answer to each further message of the customer 后续响应. */
    NEXT_RESPONSE,
    /** The solution 解决. */
    RESOLUTION
}
