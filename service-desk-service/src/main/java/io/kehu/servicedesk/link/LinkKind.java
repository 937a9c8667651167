package io.kehu.servicedesk.link;

/** What a ticket is to another 关联类型. */
public enum LinkKind {
    /** The other one is the whole of which this is a part 父请求. */
    PARENT,
    /** The other one was there before, about the same 重复. */
    DUPLICATE_OF,
    /** They have to do with each other 相关. */
    RELATED
}
