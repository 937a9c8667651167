package io.kehu.servicedesk.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever has answered reads. */
@Schema(name = "SurveyThanks", description = "What whoever has answered reads 感谢语")
public record Thanks(@Schema(examples = "感谢您的评价！") String thanks) {}
