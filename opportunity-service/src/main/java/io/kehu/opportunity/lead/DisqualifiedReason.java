package io.kehu.opportunity.lead;

/** Why a lead is none 无效原因. */
public enum DisqualifiedReason {
    NO_BUDGET,
    NO_NEED,
    NO_RESPONSE,
    WRONG_CONTACT,
    DUPLICATE,
    COMPETITOR,
    SPAM,
    OTHER
}
