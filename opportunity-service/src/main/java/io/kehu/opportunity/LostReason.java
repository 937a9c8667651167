package io.kehu.opportunity;

/** Why a deal was lost 丢单原因. */
public enum LostReason {
    PRICE,
    COMPETITOR,
    NO_BUDGET,
    NO_NEED,
    NO_DECISION,
    PRODUCT_MISFIT,
    TIMING,
    NO_RESPONSE,
    OTHER,
    /** Only for deals that were lost before they came here. */
    NOT_RECORDED
}
