package io.kehu.opportunity.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/** Reads what a page sends without a script: a browser sends every field, also one that is left empty. */
@ApplicationScoped
class FormEncoding {

    private static final Set<String> SEVERAL = Set.of("interests");
    private static final Set<String> FLAGS = Set.of("consent");

    /** What browsers send for a box that is ticked, and what others may. */
    private static final Set<String> YES = Set.of("on", "true", "1", "yes");

    private final ObjectMapper mapper;
    private final Validator validator;

    FormEncoding(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    LeadSubmission read(MultivaluedMap<String, String> fields) {
        var json = mapper.createObjectNode();
        fields.forEach((name, values) -> {
            var stated = values.stream().filter(value -> !value.isBlank()).toList();
            if (SEVERAL.contains(name) || stated.size() > 1) {
                stated.forEach(json.withArray("/" + name)::add);
            } else if (stated.isEmpty()) {
                json.putNull(name);
            } else if (FLAGS.contains(name)) {
                json.put(name, YES.contains(stated.getFirst()));
            } else {
                json.put(name, stated.getFirst().replace("\r\n", "\n"));
            }
        });
        try {
            var submission = mapper.treeToValue(json, LeadSubmission.class);
            var violations = validator.validate(submission);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return submission;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }
}
