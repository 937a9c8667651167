package io.kehu.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The rules that a machine can check of how our code reads and guards; every service runs them over its own package. */
public final class HouseRules {

    private static final String SAYS_NOTHING =
            ".*(Impl|Manager|Helper|Utils?|DTO|Dto|Mapper|Facade)|(Base|Abstract)[A-Z].*";
    private static final String PATH = "jakarta.ws.rs.Path";

    private HouseRules() {}

    public static void check(String basePackage) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        noClasses()
                .should()
                .haveNameMatching("(.*\\.)?(" + SAYS_NOTHING + ")")
                .because("such a name says nothing")
                .check(classes);
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("what a class needs stands in its constructor")
                .check(classes);
        classes()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .beAnnotatedWith("io.kehu.platform.web.Idempotent")
                .andShould()
                .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                .because("every operation is safe to retry and blocks only a virtual thread")
                .allowEmptyShould(true)
                .check(classes);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(PATH)
                .and(answersHttp())
                .should()
                .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .because("every operation names its one permission, or says that it is public")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .should()
                .accessClassesThat()
                .haveFullyQualifiedName("java.util.logging.Logger")
                .because("logs go through JBoss Logging")
                .check(classes);
    }

    private static DescribedPredicate<JavaMethod> answersHttp() {
        return DescribedPredicate.describe(
                "answer HTTP",
                method -> Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                        .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)));
    }
}
