package io.kehu.local.demo.invention;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.local.demo.client.DemoFailure;
import java.io.IOException;
import java.util.List;

/**
 * The words of one language that a made-up company is put together from.
 *
 * @param separator between the words of a name
 * @param deals     patterns of the names of opportunities, with the product in it
 * @param contract  pattern of the names of contracts, with the customer in it
 */
public record Vocabulary(
        String separator,
        List<Country> countries,
        List<String> brandBeginnings,
        List<String> brandEndings,
        List<Business> businesses,
        List<Surname> surnames,
        List<GivenName> givenNames,
        List<Position> positions,
        List<String> sources,
        List<String> tags,
        List<String> deals,
        List<String> nextSteps,
        List<ActivityText> activities,
        List<TicketText> tickets,
        List<String> comments,
        String contract,
        List<String> paymentTerms,
        String remark) {

    /**
     * @param group  what the name of a group of companies ends with
     * @param phone  pattern of a number from a block that belongs to nobody
     * @param phones how many numbers that block has
     * @param domain of e-mail addresses
     */
    public record Country(
            String name,
            List<String> legalForms,
            String group,
            String phone,
            int phones,
            String domain,
            List<Place> places) {}

    /**
     * @param word as it stands in company names
     * @param west whether the western sales team works there
     */
    public record Place(String province, String city, String word, boolean west) {}

    /**
     * @param code  division of GB/T 4754, which a customer's industry holds
     * @param words as they stand in company names
     */
    public record Business(String code, List<String> words) {}

    /** @param latin as it stands in e-mail addresses */
    public record Surname(String text, String latin) {}

    public record GivenName(String text, String latin, String salutation) {}

    public record Position(String title, String department, String role) {}

    public record ActivityText(String type, String subject, String content) {}

    public record TicketText(String type, String category, String subject, String description, String resolution) {}

    static Vocabulary chinese() {
        return read("chinese.json", Vocabulary.class);
    }

    static Vocabulary english() {
        return read("english.json", Vocabulary.class);
    }

    static <T> T read(String file, Class<T> type) {
        try (var stream = Vocabulary.class.getResourceAsStream("/demo/" + file)) {
            return new ObjectMapper().readValue(stream, type);
        } catch (IOException e) {
            throw new DemoFailure("the word list %s cannot be read".formatted(file), e);
        }
    }
}
