package io.kehu.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A customer 客户 as published.
 *
 * @param name          the company's name; null for an individual 个人, whose name is personal data
 * @param annualRevenue yearly revenue 年营业额
 */
public record CustomerState(
        UUID id,
        String number,
        String name,
        String type,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String unifiedSocialCreditCode,
        String industry,
        Integer employees,
        Money annualRevenue,
        Integer yearEstablished,
        String website,
        String country,
        String province,
        String city,
        String source,
        String level,
        String lifecycle,
        Set<String> tags,
        UUID parentId,
        String parentRelation,
        BigDecimal parentShare,
        String remark,
        boolean deleted,
        List<Collaborator> collaborators)
        implements AggregateState {}
