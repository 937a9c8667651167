package io.kehu.opportunity;

/** Where the amount of a deal comes from. */
public enum AmountSource {
    STATED,
    LINES
}
