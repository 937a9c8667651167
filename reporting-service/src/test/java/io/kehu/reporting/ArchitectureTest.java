package io.kehu.reporting;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kehu.testing.HouseRules;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String PACKAGE = "io.kehu.reporting";

    @Test
    void keepsTheHouseRules() {
        HouseRules.check(PACKAGE);
    }

    @Test
    void tellsEveryReportAsCsvAndAsAWorkbook() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .haveRawReturnType(assignableTo(Tabular.class))
                .should(from(describe("come as CSV and XLSX", ArchitectureTest::comesAsTable)))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(PACKAGE));
    }

    private static boolean comesAsTable(JavaMethod method) {
        return List.of(method.getAnnotationOfType(Produces.class).value())
                .containsAll(List.of(TableAnswer.CSV, TableAnswer.XLSX));
    }
}
