package io.kehu.servicedesk.survey;

/** By which way an answer came. */
public enum AnsweredBy {
    /** The customer, on the page of the invitation 链接. */
    LINK,
    /** An agent for the customer 电话. */
    PHONE,
    /** A file of the past 导入. */
    IMPORT
}
