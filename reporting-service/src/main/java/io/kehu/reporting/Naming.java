package io.kehu.reporting;

/** Where the names of a dimension's keys come from. */
public enum Naming {
    /** The key is all there is to tell. */
    KEY,
    PRODUCT,
    CUSTOMER,
    /** GB/T 4754. */
    INDUSTRY,
    /** GB/T 2260. */
    REGION
}
