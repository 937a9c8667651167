package io.kehu.customer;

import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.dictionary.Regions;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Brings what users write of a customer into the terms of the dictionaries, and says what none of them has. */
@ApplicationScoped
class CustomerTerms {

    static final String RESOURCE = "customers";

    private static final String CHINA = "CN";

    private final Dictionaries dictionaries;
    private final CustomFieldRules customFields;

    CustomerTerms(Dictionaries dictionaries, CustomFieldRules customFields) {
        this.dictionaries = dictionaries;
        this.customFields = customFields;
    }

    /** Codes in place of names; an entry that is not active any more only stays where it stands. */
    CustomerFields settle(CustomerFields current, CustomerFields wanted) {
        var errors = new ArrayList<InvalidField>();
        var settled = settle(current, wanted, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return settled;
    }

    private CustomerFields settle(CustomerFields current, CustomerFields wanted, List<InvalidField> errors) {
        var place = place("", new Place(wanted.country(), wanted.province(), wanted.city(), null), errors);
        return new CustomerFields(
                wanted.name(),
                wanted.type(),
                wanted.unifiedSocialCreditCode(),
                term("industries", "industry", wanted.industry(), current == null ? null : current.industry(), errors),
                wanted.employees(),
                wanted.sizeBand(),
                wanted.annualRevenue(),
                wanted.yearEstablished(),
                wanted.website(),
                wanted.phone(),
                wanted.email(),
                place.country(),
                place.province(),
                place.city(),
                addresses(wanted.addresses(), errors),
                term("sources", "source", wanted.source(), current == null ? null : current.source(), errors),
                wanted.campaignId(),
                term("levels", "level", wanted.level(), current == null ? null : current.level(), errors),
                tags(wanted.tags()),
                wanted.needs(),
                wanted.specialNeeds(),
                wanted.invoiceTitle(),
                wanted.remark(),
                customFields.settle(
                        RESOURCE, current == null ? null : current.customFields(), wanted.customFields(), errors));
    }

    private String term(String dictionary, String field, String text, String current, List<InvalidField> errors) {
        if (text == null || text.equals(current)) {
            return text;
        }
        var found = dictionaries.of(dictionary).find(text).filter(DictionaryEntry::active);
        if (found.isEmpty()) {
            errors.add(new InvalidField(field, "dictionary.unknown", text, dictionary));
        }
        return found.map(DictionaryEntry::code).orElse(text);
    }

    /** Tags of the dictionary are proposals: others are kept as they are written. */
    private Set<String> tags(Set<String> wanted) {
        if (wanted == null) {
            return null;
        }
        var known = dictionaries.of("tags");
        var tags = new LinkedHashSet<String>();
        wanted.forEach(
                tag -> tags.add(known.find(tag).map(DictionaryEntry::code).orElse(tag.strip())));
        return tags;
    }

    private List<Address> addresses(List<Address> wanted, List<InvalidField> errors) {
        if (wanted == null) {
            return null;
        }
        var settled = new ArrayList<Address>();
        for (var address : wanted) {
            var place = place(
                    "addresses[%d].".formatted(settled.size()),
                    new Place(address.country(), address.province(), address.city(), address.district()),
                    errors);
            settled.add(new Address(
                    address.kind(),
                    place.country(),
                    place.province(),
                    place.city(),
                    place.district(),
                    address.street(),
                    address.postalCode()));
        }
        return settled;
    }

    private record Place(String country, String province, String city, String district) {}

    /** A province of China needs no country; elsewhere only the country is known. */
    private Place place(String path, Place wanted, List<InvalidField> errors) {
        var regions = new Regions(dictionaries.of("regions"));
        var country = term("countries", path + "country", wanted.country(), null, errors);
        var inferred = country == null && wanted.province() != null
                ? regions.find(wanted.province(), null).orElse(null)
                : null;
        if (!CHINA.equals(country) && inferred == null) {
            return new Place(country, wanted.province(), wanted.city(), wanted.district());
        }
        var province = region(regions, path + "province", wanted.province(), null, errors);
        var city = region(regions, path + "city", wanted.city(), province, errors);
        var district = region(regions, path + "district", wanted.district(), city, errors);
        return new Place(CHINA, province == null && city != null ? regions.parentOf(city) : province, city, district);
    }

    private static String region(Regions regions, String field, String text, String parent, List<InvalidField> errors) {
        if (text == null) {
            return null;
        }
        var top = field.endsWith("province");
        var found = top || parent != null ? regions.find(text, parent) : regions.find(text);
        if (found.isEmpty()) {
            errors.add(new InvalidField(field, "dictionary.region", text, Objects.requireNonNullElse(parent, "CN")));
        }
        return found.orElse(text);
    }
}
