package io.kehu.platform.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Makes the API's JSON mask what {@link Masked} marks, unless the caller may see personal data. */
@Singleton
class MaskedJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("masking").setSerializerModifier(new BeanSerializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                for (var property : properties) {
                    var masked = property.getAnnotation(Masked.class);
                    if (masked != null) {
                        property.assignSerializer(new Serializer(masked.value()));
                    }
                }
                return properties;
            }
        }));
    }

    private static final class Serializer extends JsonSerializer<Object> {

        private final Masking masking;

        Serializer(Masking masking) {
            this.masking = masking;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            var clear = Caller.current().maySeePersonalData();
            if (value instanceof Collection<?> values) {
                json.writeStartArray();
                for (var each : values) {
                    json.writeString(clear ? each.toString() : masking.mask(each.toString()));
                }
                json.writeEndArray();
            } else {
                json.writeString(clear ? value.toString() : masking.mask(value.toString()));
            }
        }
    }
}
