package io.kehu.opportunity.member;

/** How far a member of a campaign has come 参与状态. */
public enum MemberStatus {
    INVITED,
    REGISTERED,
    ATTENDED,
    RESPONDED
}
