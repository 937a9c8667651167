package io.kehu.servicedesk.questionnaire;

/** Why somebody is asked. */
public enum Occasion {
    /** Somebody wants to know 手动. */
    MANUAL,
    /** A ticket was closed 服务请求关闭. */
    TICKET_CLOSED,
    /** A contract was signed 合同签订. */
    CONTRACT_SIGNED,
    /** It is time again 定期. */
    SCHEDULE
}
