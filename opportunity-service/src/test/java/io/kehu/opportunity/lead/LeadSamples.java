package io.kehu.opportunity.lead;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Leads for tests. */
final class LeadSamples {

    private LeadSamples() {}

    /** A mobile number that no other lead has. */
    static String phone() {
        return "+86138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    static LeadFields of(String phone) {
        return new LeadFields(
                "官网咨询",
                "云帆(上海)科技",
                "欧阳小明",
                null,
                phone,
                null,
                "WEBSITE",
                null,
                "软件和信息技术服务业",
                "上海市",
                Set.of("CRM"),
                null,
                60,
                null,
                List.of(),
                null,
                null);
    }

    static String json(String phone) {
        return json(phone, "WEBSITE");
    }

    static String json(String phone, String source) {
        return """
                {"name":"官网咨询","company":"云帆(上海)科技","person":"欧阳小明","phone":"%s","source":"%s",
                 "industry":"软件和信息技术服务业","region":"上海市","interests":["CRM"],"score":60,
                 "budget":{"amount":"30000","currency":"CNY"},
                 "consents":[{"purpose":"newsletter","basis":"CONSENT","given":"2026-03-01T00:00:00Z"}]}""".formatted(phone, source);
    }
}
