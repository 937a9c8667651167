package io.kehu.servicedesk.survey;

/** Why nobody is asked. */
enum Withholding {
    /** The same person was asked not long ago 静默期. */
    QUIET,
    /** The occasion is not one of the sample 未抽中. */
    SAMPLING
}
