package io.kehu.customer;

/** How large a customer is 公司规模, by its number of employees. */
final class SizeBand {

    static final String PATTERN = "1-49|50-199|200-499|500-999|1000\\+";

    private SizeBand() {}

    static String of(int employees) {
        if (employees < 50) {
            return "1-49";
        }
        if (employees < 200) {
            return "50-199";
        }
        if (employees < 500) {
            return "200-499";
        }
        return employees < 1000 ? "500-999" : "1000+";
    }
}
