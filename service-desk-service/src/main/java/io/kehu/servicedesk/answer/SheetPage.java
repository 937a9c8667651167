package io.kehu.servicedesk.answer;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.servicedesk.survey.SurveyAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page with the questions, with what has been filled in already and what is wrong with it. */
record SheetPage(AnswerSheet sheet, AnswerForm form, List<InvalidField> faults) {

    String html() {
        var title = text("title");
        return Page.frame(locale(), faults.isEmpty() ? title : text("error.prefix") + title, """
                <h1>%s</h1>
                %s<p>%s</p>
                <form method="post" accept-charset="utf-8" novalidate>
                %s%s<button type="submit">%s</button>
                </form>""".formatted(
                        Page.escape(title),
                        summary(),
                        Page.lines(sheet.introduction()),
                        each(sheet.questions(), this::question),
                        sheet.comment() == null ? "" : comment(sheet.comment()),
                        Page.escape(text("send"))));
    }

    /** Leads to each question that still needs an answer; the browser goes there by itself. */
    private String summary() {
        if (faults.isEmpty()) {
            return "";
        }
        return """
                <div class="summary" role="alert" tabindex="-1" autofocus>
                <h2>%s</h2>
                <ul>
                %s</ul>
                </div>
                """.formatted(Page.escape(text("error.title")), each(faults, fault ->
                """
                <li><a href="#%s">%s</a></li>
                """.formatted(target(fault.field()), Page.escape(asked(fault.field())))));
    }

    private String question(AnswerSheet.Item item) {
        var id = id(item.field());
        var faulty = fault(item).isPresent();
        return """
                <fieldset%s aria-describedby="%s">
                <legend>%s</legend>
                %s%s<div class="scores">
                %s</div>
                </fieldset>
                """.formatted(
                        faulty ? " class=\"faulty\"" : "",
                        id + "-hint" + (faulty ? " " + id + "-error" : ""),
                        legend(item),
                        error(item),
                        hint(item),
                        IntStream.rangeClosed(item.lowest(), item.highest())
                                .mapToObj(score -> choice(item, score))
                                .collect(Collectors.joining()));
    }

    private String choice(AnswerSheet.Item item, int score) {
        var checked = form.value(item.field()).equals(Integer.toString(score));
        return """
                <label><input type="radio" name="%s" id="%s-%d" value="%d"%s%s> %d</label>
                """.formatted(
                        Page.escape(item.field()),
                        id(item.field()),
                        score,
                        score,
                        checked ? " checked" : "",
                        item.required() ? " required" : "",
                        score);
    }

    private String comment(AnswerSheet.Item item) {
        var id = id(item.field());
        return """
                <div class="part%s">
                <label class="question" for="%s">%s</label>
                %s<textarea id="%s" name="%s" maxlength="%d"%s%s>
                %s</textarea>
                </div>
                """.formatted(
                        fault(item).isPresent() ? " faulty" : "",
                        id,
                        legend(item),
                        error(item),
                        id,
                        Page.escape(item.field()),
                        SurveyAnswer.LONGEST_COMMENT,
                        item.required() ? " required" : "",
                        fault(item).isPresent() ? " aria-invalid=\"true\" aria-describedby=\"" + id + "-error\"" : "",
                        Page.escape(form.value(item.field())));
    }

    private String legend(AnswerSheet.Item item) {
        return Page.lines(item.text()) + " " + Page.escape(text(item.required() ? "required" : "optional"));
    }

    private String hint(AnswerSheet.Item item) {
        var ends = text("ends." + sheet.kind()).formatted(item.lowest(), item.highest());
        return "<p class=\"hint\" id=\"%s-hint\">%s</p>\n".formatted(id(item.field()), Page.escape(ends));
    }

    private String error(AnswerSheet.Item item) {
        return fault(item)
                .map(fault -> "<p class=\"error\" id=\"%s-error\">%s</p>\n"
                        .formatted(id(item.field()), Page.escape(told(item, fault))))
                .orElse("");
    }

    private String told(AnswerSheet.Item item, InvalidField fault) {
        if (item.lowest() != null) {
            return text("error.score");
        }
        return fault.code().equals("field.required")
                ? text("error.comment")
                : text("error.comment.long").formatted(SurveyAnswer.LONGEST_COMMENT);
    }

    private Optional<InvalidField> fault(AnswerSheet.Item item) {
        return faults.stream()
                .filter(fault -> fault.field().equals(item.field()))
                .findFirst();
    }

    private String asked(String field) {
        return items().filter(item -> item.field().equals(field))
                .map(AnswerSheet.Item::text)
                .findFirst()
                .orElse(field);
    }

    private String target(String field) {
        return items().filter(item -> item.field().equals(field) && item.lowest() != null)
                .map(item -> id(field) + "-" + item.lowest())
                .findFirst()
                .orElse(id(field));
    }

    private Stream<AnswerSheet.Item> items() {
        return Stream.concat(sheet.questions().stream(), Stream.ofNullable(sheet.comment()));
    }

    private static String id(String field) {
        return field.replace('.', '-');
    }

    private Locale locale() {
        return Locale.forLanguageTag(sheet.language());
    }

    private String text(String key) {
        return Page.text(locale(), key);
    }

    private static <T> String each(List<T> items, Function<T, String> html) {
        return items.stream().map(html).collect(Collectors.joining());
    }
}
