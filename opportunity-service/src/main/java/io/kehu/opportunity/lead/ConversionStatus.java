package io.kehu.opportunity.lead;

/** How far a conversion has come. */
public enum ConversionStatus {
    /** It goes on by itself, also after a crash. */
    CONVERTING,
    CONVERTED,
    /** Another try, with other wishes, is needed. */
    REFUSED
}
