package io.kehu.servicedesk.survey;

/** How a survey stands. */
public enum SurveyStatus {
    /** To be sent later 待发送. */
    SCHEDULED,
    /** Waiting for the answer 已发送. */
    SENT,
    ANSWERED,
    /** Not answered in time 已过期. */
    EXPIRED,
    /** Not sent, and it says why 未发送. */
    WITHHELD
}
