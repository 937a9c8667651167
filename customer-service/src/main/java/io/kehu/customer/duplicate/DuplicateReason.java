package io.kehu.customer.duplicate;

/** Why two customers may be one. */
enum DuplicateReason {
    /** 统一社会信用代码 */
    CREDIT_CODE(1),
    /** Equal but for legal form, brackets, width and case. */
    NAME(0.8),
    PHONE(0.6),
    /** The same own domain of the e-mail addresses. */
    EMAIL_DOMAIN(0.4),
    SIMILAR_NAME(0.5);

    private final double weight;

    DuplicateReason(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
