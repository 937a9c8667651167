package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON Merge Patch (RFC 7396): null clears, what is absent stays. */
record Patch(ObjectNode document) {

    static final String MEDIA_TYPE = "application/merge-patch+json";

    boolean names(String field) {
        return document.has(field);
    }
}
