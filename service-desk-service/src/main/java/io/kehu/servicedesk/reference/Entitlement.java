package io.kehu.servicedesk.reference;

/** Whether a contract entitles to service 服务权益. */
public enum Entitlement {
    ENTITLED,
    NOT_STARTED,
    EXPIRED
}
