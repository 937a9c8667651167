package io.kehu.local.demo.invention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerMakerTest {

    @Test
    void makesTheSameCustomersOfTheSameSeed() {
        assertThat(customers(7, 200).toList()).isEqualTo(customers(7, 200).toList());
    }

    @Test
    void makesOtherCustomersOfAnotherSeed() {
        assertThat(customers(8, 200).map(MadeCustomer::name).toList())
                .isNotEqualTo(customers(7, 200).map(MadeCustomer::name).toList());
    }

    @Test
    void speaksChineseInAboutHalf() {
        assertThat(customers(1, 2000)
                        .filter(customer -> customer.name().matches("\\p{IsHan}+"))
                        .count())
                .isBetween(850L, 1150L);
    }

    @Test
    void putsHeadsOfGroupsBeforeTheirCompanies() {
        var companies =
                customers(1, 500).filter(customer -> customer.parent() != 0).toList();
        assertThat(companies).isNotEmpty().allSatisfy(company -> {
            var head = new CustomerMaker(1, 2026).customer(company.parent());
            assertThat(head.type()).isEqualTo("GROUP");
            assertThat(head.parent()).isZero();
            assertThat(head.index()).isLessThan(company.index());
            assertThat(company.name()).contains(head.brand());
        });
    }

    @Test
    void givesPeopleAddressesThatBelongToNobody() {
        var maker = new ContactMaker(1);
        var contacts = customers(1, 200)
                .flatMap(customer -> maker.contacts(customer).stream())
                .toList();
        assertThat(contacts)
                .extracting(MadeContact::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z]+\\.[a-z]+\\.\\d{7}@example\\.(cn|com)"));
        assertThat(contacts)
                .extracting(MadeContact::phone)
                .allMatch(phone -> phone.matches(
                        "\\+86 138 0000 \\d{4}|\\+44 7700 900\\d{3}|\\+49 30 23125\\d{3}|\\+1 212 555 01\\d{2}"));
    }

    private static Stream<MadeCustomer> customers(long seed, int count) {
        var maker = new CustomerMaker(seed, 2026);
        return IntStream.rangeClosed(1, count).mapToObj(maker::customer);
    }
}
