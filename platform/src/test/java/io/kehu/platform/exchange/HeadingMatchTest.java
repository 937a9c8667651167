package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingMatchTest {

    private static final FileFormat FORMAT = new FileFormat("UTF-8", 0, ',');

    @Test
    void understandsFieldsEnglishAndChinese() {
        assertThat(match("{}", ImportMode.create, "External ID", "NAME*", "阶段", "close_date", "金额"))
                .containsExactly(
                        List.of("externalId"),
                        List.of("name"),
                        List.of("stage"),
                        List.of("closedOn"),
                        List.of("amount"));
    }

    @Test
    void understandsAFurtherNameThatMeansOneColumnAlone() {
        var columns = List.of(
                Column.text("name", "Name", "名称"),
                Column.text("custom.a", "custom.a", "自定义.合同").alsoCalled("合同", "名称"),
                Column.text("custom.b", "custom.b", "自定义.地区").alsoCalled("地区"),
                Column.text("custom.c", "custom.c", "自定义.区域").alsoCalled("地区"));
        var match = new HeadingMatch(columns, List.of(), mapping("{}"));
        assertThat(match.match(FORMAT, List.of("名称", "合同"), ImportMode.create).targets())
                .containsExactly(List.of("name"), List.of("custom.a"));
        var twoMeant = new HeadingMatch(columns, List.of(), mapping("{}"));
        assertThat(catchThrowableOfType(Invalid.class, () -> twoMeant.match(FORMAT, List.of("地区"), ImportMode.create))
                        .fields())
                .extracting(InvalidField::code)
                .containsExactly("import.heading-unknown");
    }

    @Test
    void followsTheMappingBeforeTheHeading() {
        var mapping = "{\"columns\":{\"opportunity_id\":[\"externalId\",\"name\"],\"Stage\":null}}";

        assertThat(match(mapping, ImportMode.upsert, "opportunity_id", "Stage"))
                .containsExactly(List.of("externalId", "name"), List.of());
    }

    @Test
    void refusesHeadingsThatNobodyUnderstands() {
        assertThat(refused("{}", ImportMode.create, "name", "colour", "stage", "taste"))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple("colour", "import.heading-unknown"), tuple("taste", "import.heading-unknown"));
    }

    @Test
    void passesOverBlankHeadingsAndThoseOfAnErrorFile() {
        assertThat(match("{}", ImportMode.create, "name", "", "Import row", "导入错误"))
                .containsExactly(List.of("name"), List.of(), List.of(), List.of());
    }

    @Test
    void refusesTwoColumnsForOneField() {
        assertThat(refused("{}", ImportMode.create, "name", "名称"))
                .extracting(InvalidField::code)
                .containsExactly("import.field-twice");
        assertThat(refused("{}", ImportMode.create, "name", "name"))
                .extracting(InvalidField::code)
                .containsExactly("import.heading-twice");
    }

    @Test
    void refusesAMappingOfAColumnThatTheFileLacks() {
        assertThat(refused("{\"columns\":{\"titel\":\"stage\",\"gone\":null}}", ImportMode.create, "name"))
                .extracting(InvalidField::field)
                .containsExactly("mapping.columns.titel");
    }

    @Test
    void asksForTheColumnsThatTheModeNeeds() {
        assertThat(refused("{}", ImportMode.create, "stage"))
                .extracting(InvalidField::field)
                .containsExactly("name");
        assertThat(refused("{}", ImportMode.upsert, "name"))
                .extracting(InvalidField::field)
                .containsExactly("externalId");
        assertThat(match("{\"constants\":{\"name\":\"Deal\"}}", ImportMode.create, "stage"))
                .hasSize(1);
        assertThat(match("{}", ImportMode.update, "externalId", "stage")).hasSize(2);
    }

    @Test
    void refusesAMappingThatIsWrongByItself() {
        var mapping = mapping(
                "{\"columns\":{\"a\":\"colour\"},\"constants\":{\"taste\":\"x\",\"name\":null},\"values\":{\"size\":{}},"
                        + "\"blanks\":[null],\"dateFormat\":\"dd/QQQQQQQ\",\"timeZone\":\"Mars/North\",\"encoding\":\"x?\",\"delimiter\":\"ab\"}");

        assertThat(mapping.errors(StandardColumns.fields(new Deals())))
                .extracting(InvalidField::field)
                .containsExactlyInAnyOrder(
                        "mapping.columns.a",
                        "mapping.constants.taste",
                        "mapping.constants.name",
                        "mapping.values.size",
                        "mapping.blanks",
                        "mapping.dateFormat",
                        "mapping.timeZone",
                        "mapping.encoding",
                        "mapping.delimiter");
    }

    private static List<List<String>> match(String mapping, ImportMode mode, String... headings) {
        return new HeadingMatch(StandardColumns.with(new Deals()), List.of(), mapping(mapping))
                .match(FORMAT, List.of(headings), mode)
                .targets();
    }

    private static List<InvalidField> refused(String mapping, ImportMode mode, String... headings) {
        return catchThrowableOfType(Invalid.class, () -> match(mapping, mode, headings))
                .fields();
    }

    static ImportMapping mapping(String json) {
        try {
            return new ObjectMapper().readValue(json, ImportMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
