package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes a small document in one place each, by replacing a piece of its text. */
class ApiComparisonTest {

    private static final String DOCUMENT = """
            {"paths": {"/v1/things": {
              "get": {
                "operationId": "things_list",
                "security": [{"jwt": ["thing:read"]}],
                "x-further-permissions": ["pii:read"],
                "parameters": [
                  {"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}},
                  {"in": "query", "name": "q", "schema": {"type": "string"}}],
                "responses": {"200": {"content": {
                  "application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/View"}}},
                  "text/csv": {"schema": {"type": "string"}}}}}},
              "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fields"}}}},
                "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/View"}}}}}}}},
             "components": {"schemas": {
               "Fields": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string", "maxLength": 200},
                 "size": {"type": "number"},
                 "kind": {"type": "string", "enum": ["BIG", "SMALL"]}}},
               "View": {"type": "object", "required": ["id", "score"], "properties": {
                 "id": {"type": "string", "format": "uuid"},
                 "score": {"type": "integer"},
                 "state": {"type": "string", "enum": ["OPEN", "SHUT"]},
                 "parent": {"$ref": "#/components/schemas/View"}}}}}}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"get\"                    | \"put\"                       | GET /v1/things is gone",
                "things_list                | things_find                   | GET /v1/things has another operation id",
                "thing:read                 | thing:admin                   | GET /v1/things needs another permission",
                "pii:read                   | pii:reveal                  | GET /v1/things needs another permission",
                "\"name\": \"q\"            | \"name\": \"search\"          | GET /v1/things: query q is gone",
                "\"name\": \"q\"            | \"name\": \"q\", \"required\": true | GET /v1/things: query q is required now",
                "\"maximum\": 200           | \"maximum\": 100              | GET /v1/things: query limit has a lower maximum",
                "text/csv                   | text/tsv                      | GET /v1/things 200: answer is no longer of type text/csv",
                "\"201\"                    | \"202\"                       | POST /v1/things 201 is no longer answered",
                "\"requestBody\": {         | \"requestBody\": {\"required\": true, | POST /v1/things: a body is required now",
                "[\"name\"]                 | [\"name\", \"size\"]          | POST /v1/things: body.size is required now",
                "\"size\"                   | \"width\"                     | POST /v1/things: body.size is gone",
                "\"number\"                 | \"string\"                    | POST /v1/things: body.size no longer takes type number",
                "\"number\"                 | \"integer\"                   | POST /v1/things: body.size no longer takes type number",
                "\"maxLength\": 200         | \"maxLength\": 100            | POST /v1/things: body.name has a lower maxLength",
                "\"maxLength\": 200         | \"pattern\": \"a+\"           | POST /v1/things: body.name has another pattern",
                "\"maxLength\": 200         | \"enum\": [\"one\"]           | POST /v1/things: body.name takes no longer any value",
                "[\"BIG\", \"SMALL\"]       | [\"BIG\"]                     | POST /v1/things: body.kind no longer takes value SMALL",
                "[\"id\", \"score\"]        | [\"id\"]                      | GET /v1/things 200: answer[].score may be absent now",
                "\"state\"                  | \"status\"                    | GET /v1/things 200: answer[].state is gone",
                "{\"type\": \"integer\"}    | {\"type\": [\"integer\", \"null\"]} | GET /v1/things 200: answer[].score may be of the new type null",
                "[\"OPEN\", \"SHUT\"]       | [\"OPEN\", \"SHUT\", \"AJAR\"] | GET /v1/things 200: answer[].state may be of the new value AJAR",
                "uuid                       | date                          | GET /v1/things 200: answer[].id has another format"
            })
    void findsWhatBreaksClients(String piece, String replacement, String sentence) throws JsonProcessingException {
        assertThat(ApiComparison.breaks(document(DOCUMENT), changed(piece, replacement)))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"get\": {                 | \"delete\": {}, \"get\": {",
                "\"name\": \"q\"            | \"name\": \"q\", \"description\": \"Text\"",
                "\"maximum\": 200           | \"maximum\": 500",
                "[\"name\"]                 | []",
                "\"size\"                   | \"colour\": {\"type\": \"string\"}, \"size\"",
                "{\"type\": \"number\"}     | {\"type\": [\"number\", \"null\"]}",
                "[\"BIG\", \"SMALL\"]       | [\"BIG\", \"SMALL\", \"TINY\"]",
                "[\"id\", \"score\"]        | [\"id\", \"score\", \"state\"]",
                "\"state\"                  | \"colour\": {\"type\": \"string\"}, \"state\"",
                "[\"OPEN\", \"SHUT\"]       | [\"OPEN\"]"
            })
    void letsPassWhatBreaksNone(String piece, String replacement) throws JsonProcessingException {
        assertThat(ApiComparison.breaks(document(DOCUMENT), changed(piece, replacement)))
                .isEmpty();
    }

    @Test
    void comparesWhatStandsBesideAReferenceToo() throws JsonProcessingException {
        var described = changed("{\"$ref\": \"#/components/schemas/View\"}}}}}}", """
                {"$ref": "#/components/schemas/View", "description": "The one above"}}}}}}""");
        assertThat(ApiComparison.breaks(document(DOCUMENT), described)).isEmpty();
    }

    private static JsonNode changed(String piece, String replacement) throws JsonProcessingException {
        assertThat(DOCUMENT).contains(piece);
        return document(DOCUMENT.replace(piece, replacement));
    }

    private static JsonNode document(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
