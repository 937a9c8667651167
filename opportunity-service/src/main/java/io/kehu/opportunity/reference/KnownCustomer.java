package io.kehu.opportunity.reference;

/**
 * By what deals of a customer are assigned.
 *
 * @param industry code of the dictionary, or null
 * @param region   the nearest one that is known: city, else province; a code in China, elsewhere a name; or null
 */
public record KnownCustomer(String industry, String region) {

    /** What is known of a customer that nobody has told of. */
    public static final KnownCustomer NOTHING = new KnownCustomer(null, null);
}
