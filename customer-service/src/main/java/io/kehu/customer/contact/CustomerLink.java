package io.kehu.customer.contact;

import io.kehu.events.ContactLink;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a contact belongs to a customer; one of a contact's links is its main one. */
@Schema(description = "A customer that the person belongs to 所属客户")
public record CustomerLink(
        @NotNull UUID customerId,

        @Schema(description = "What the person is there, in your own words") @Size(max = 100)
        String role,

        @Schema(description = "Whether it is the main customer, by which the contact is seen")
        boolean primary,

        @Schema(description = "Since when") LocalDate from,

        @Schema(description = "Until when; absent while it lasts")
        LocalDate to) {

    ContactLink published() {
        return new ContactLink(customerId, role, primary, from, to);
    }

    /**
     * The links that somebody means who may state the main customer, the links, or both: with exactly one main link, if any.
     *
     * @param presentMain the main customer of now
     * @param present     the links of now
     */
    static List<CustomerLink> settle(
            UUID presentMain, List<CustomerLink> present, UUID wantedMain, List<CustomerLink> wanted) {
        var stated = wanted == null ? present : wanted;
        var onlyMainStated = stated.equals(present) && !Objects.equals(wantedMain, presentMain);
        var main = onlyMainStated || stated.isEmpty() && !Objects.equals(wantedMain, presentMain)
                ? wantedMain
                : stated.stream()
                        .filter(CustomerLink::primary)
                        .findFirst()
                        .or(() -> stated.stream().findFirst())
                        .map(CustomerLink::customerId)
                        .orElse(null);
        var links = new ArrayList<CustomerLink>();
        for (var link : stated) {
            if (!(onlyMainStated && link.primary() && !link.customerId().equals(main))
                    && links.stream().noneMatch(each -> each.customerId().equals(link.customerId()))) {
                links.add(link.asMain(link.customerId().equals(main)));
            }
        }
        if (main == null && !links.isEmpty()) {
            links.set(0, links.getFirst().asMain(true));
        }
        if (main != null && links.stream().noneMatch(CustomerLink::primary)) {
            links.addFirst(new CustomerLink(main, null, true, null, null));
        }
        return List.copyOf(links);
    }

    CustomerLink of(UUID otherCustomerId) {
        return new CustomerLink(otherCustomerId, role, primary, from, to);
    }

    /** The links with {@code survivor} in the place of {@code merged}, once. */
    static List<CustomerLink> follow(List<CustomerLink> links, UUID merged, UUID survivor) {
        var followed = new LinkedHashMap<UUID, CustomerLink>();
        for (var link : links) {
            var now = link.customerId().equals(merged) ? link.of(survivor) : link;
            followed.merge(now.customerId(), now, (one, other) -> one.asMain(one.primary() || other.primary()));
        }
        return List.copyOf(followed.values());
    }

    /** The links with the one to {@code survivor} parted into those that it stands for. */
    static List<CustomerLink> part(
            List<CustomerLink> links, UUID survivor, UUID merged, List<ContactLink> before, Set<UUID> together) {
        var back = of(before, Set.of(merged)).orElseThrow();
        var stays = of(before, together);
        var wasMain = back.primary() || stays.isEmpty();
        var parted = new ArrayList<CustomerLink>();
        for (var link : links) {
            if (link.customerId().equals(survivor)) {
                stays.ifPresent(other -> parted.add(other.of(survivor).asMain(link.primary() && !wasMain)));
                parted.add(back.asMain(link.primary() && wasMain));
            } else {
                parted.add(link);
            }
        }
        return List.copyOf(parted);
    }

    private static Optional<CustomerLink> of(List<ContactLink> links, Set<UUID> customers) {
        return links.stream()
                .filter(link -> customers.contains(link.customerId()))
                .findFirst()
                .map(link -> new CustomerLink(link.customerId(), link.role(), link.primary(), link.from(), link.to()));
    }

    private CustomerLink asMain(boolean isMain) {
        return new CustomerLink(customerId, role, isMain, from, to);
    }

    static List<CustomerLink> withoutRoles(List<CustomerLink> links) {
        return links.stream()
                .map(link -> new CustomerLink(link.customerId, null, link.primary, link.from, link.to))
                .toList();
    }

    static UUID main(List<CustomerLink> links) {
        return links.stream()
                .filter(CustomerLink::primary)
                .map(CustomerLink::customerId)
                .findFirst()
                .orElse(null);
    }
}
