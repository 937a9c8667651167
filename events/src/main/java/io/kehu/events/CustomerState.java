package io.kehu.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A customer 客户 as published.
 *
 * @param name          the company's name; null for an individual 个人, whose name is personal data
 * @param annualRevenue yearly revenue 年营业额
 * @param industry      code of the dictionary industries: GB/T 4754, or an entry of the company
 * @param country       ISO 3166 code of two letters
 * @param province      GB/T 2260 code in China, elsewhere a name; likewise the city
 * @param addresses     null for an individual, whose addresses are personal data
 * @param customFields  what the company has defined itself 自定义字段
 * @param poolId        the public pool 公海 that it lies in; its owner is then {@code system:pool}
 * @param locked        whether it is kept from being recycled into a pool
 * @param mergedInto    the customer that it has turned out to be, or null
 * @param erased        whether all that told who an individual is has been destroyed 已清除
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
        List<Collaborator> collaborators,
        String sizeBand,
        List<PostalAddress> addresses,
        String needs,
        String specialNeeds,
        UUID campaignId,
        Map<String, Object> customFields,
        UUID poolId,
        boolean locked,
        String lifecycleReason,
        UUID mergedInto,
        boolean erased)
        implements AggregateState {}
