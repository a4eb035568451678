package fr.vigie.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** Binds YAML to records, exactly: nothing is cut, guessed or left out. */
final class ConfigBinder {
    private static final ObjectMapper YAML_MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(words())
            .addModule(plugins())
            .build();

    private static final ObjectMapper JSON_MAPPER = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .registerModule(words());

    private ConfigBinder() {}

    static Record bind(Node merged, Block block, String where) {
        Completeness.check(merged, block.type(), block.key(), where);
        var text = new StringWriter();
        new Yaml().serialize(merged, text);
        try {
            var bound = YAML_MAPPER.readValue(text.toString(), block.type());
            Completeness.check(bound, block.key(), where);
            return bound;
        } catch (UnrecognizedPropertyException e) {
            var known = e.getKnownPropertyIds() == null
                    ? List.<String>of()
                    : e.getKnownPropertyIds().stream().map(Object::toString).toList();
            throw UserError.usage("%s: the key '%s' is unknown.%s"
                    .formatted(where, path(block, e), Suggestion.of(e.getPropertyName(), known)));
        } catch (JsonMappingException e) {
            throw UserError.usage("%s: %s cannot be used: %s".formatted(where, path(block, e), reason(e)));
        } catch (JsonProcessingException e) {
            throw UserError.usage(
                    "%s: the block '%s' cannot be read: %s".formatted(where, block.key(), e.getOriginalMessage()));
        }
    }

    static String json(Object block) {
        try {
            return JSON_MAPPER.writeValueAsString(block);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A configuration block has no JSON form.", e);
        }
    }

    private static String path(Block block, JsonMappingException e) {
        return block.key()
                + e.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                        .collect(Collectors.joining())
                + (e.getCause() instanceof BadKey bad ? "." + bad.key() : "");
    }

    /** The words of whoever refused the value: a record's own constructor where it was one. */
    private static String reason(JsonMappingException e) {
        if (e.getCause() == null
                && e instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return expected(mismatch);
        }
        Throwable cause = e.getCause();
        var message = cause instanceof RuntimeException && cause.getMessage() != null
                ? cause.getMessage()
                : e.getOriginalMessage();
        // Jackson's own second line names a source that nobody knows; ours says what to do.
        var lines = String.valueOf(message).lines().toList();
        return lines.isEmpty()
                ? "no reason given"
                : lines.get(0)
                        + lines.stream()
                                .skip(1)
                                .filter(line -> line.startsWith("Maybe "))
                                .map(line -> "\n" + line)
                                .collect(Collectors.joining());
    }

    private static String expected(MismatchedInputException mismatch) {
        var type = mismatch.getTargetType();
        var given =
                mismatch instanceof InvalidFormatException format ? "'%s' is given; ".formatted(format.getValue()) : "";
        if (type.isEnum()) {
            return given
                    + "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(each -> each.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + " is expected";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return given + "a list is expected, such as [first, second]";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return given + "keys with values are expected";
        }
        if (type == boolean.class || type == Boolean.class) {
            return given + "true or false is expected";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return given + "a whole number is expected";
        }
        return given + (type == double.class || type == Double.class ? "a number is expected" : "a text is expected");
    }

    private static SimpleModule words() {
        var module = new SimpleModule("vigie");
        module.addDeserializer(Duration.class, new Text<>(Duration.class) {
            @Override
            protected Duration _deserialize(String value, DeserializationContext context) {
                return Durations.parse(value);
            }
        });
        module.addDeserializer(ZoneId.class, new Text<>(ZoneId.class) {
            @Override
            protected ZoneId _deserialize(String value, DeserializationContext context) {
                return ZoneId.of(value);
            }
        });
        module.addDeserializer(LocalDate.class, new Text<>(LocalDate.class) {
            @Override
            protected LocalDate _deserialize(String value, DeserializationContext context) {
                try {
                    return LocalDate.parse(value);
                } catch (DateTimeParseException e) {
                    throw new IllegalArgumentException("'%s' is not a day such as 2026-12-24.".formatted(value), e);
                }
            }
        });
        module.addKeyDeserializer(DayOfWeek.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws JsonMappingException {
                for (var day : DayOfWeek.values()) {
                    if (day.name().equalsIgnoreCase(key)) {
                        return day;
                    }
                }
                throw JsonMappingException.from(
                        context,
                        "'%s' is no weekday.%s"
                                .formatted(
                                        key,
                                        Suggestion.of(
                                                key,
                                                Arrays.stream(DayOfWeek.values())
                                                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                                                        .toList())));
            }
        });
        module.addSerializer(Duration.class, ToStringSerializer.instance);
        module.addSerializer(ZoneId.class, ToStringSerializer.instance);
        module.addSerializer(LocalDate.class, ToStringSerializer.instance);
        return module;
    }

    private static SimpleModule plugins() {
        var module = new SimpleModule("vigie-plugins");
        module.setDeserializers(new Plugins());
        return module;
    }

    private abstract static class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        Text(Class<T> type) {
            super(type);
        }
    }

    /** A sealed interface is written as the kebab-case name of one of its records, with or without parameters. */
    private static final class Plugins extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return type.getRawClass().isInterface() && type.getRawClass().isSealed()
                    ? new Plugin(type.getRawClass())
                    : null;
        }
    }

    private static final class Plugin extends JsonDeserializer<Object> {
        private final Class<?> type;

        Plugin(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isScalarValue()) {
                return context.readTreeAsValue(
                        context.getNodeFactory().objectNode(), permitted(parser.getText(), parser));
            }
            var name = parser.nextFieldName();
            if (name == null) {
                throw JsonMappingException.from(parser, "one of " + names() + " is expected here");
            }
            parser.nextToken();
            var value = context.readValue(parser, permitted(name, parser));
            if (parser.nextFieldName() != null) {
                throw JsonMappingException.from(parser, "only one of " + names() + " may be given");
            }
            return value;
        }

        private Class<?> permitted(String name, JsonParser parser) throws JsonMappingException {
            for (var subclass : type.getPermittedSubclasses()) {
                if (ConfigTree.kebab(subclass.getSimpleName()).equals(name)) {
                    return subclass;
                }
            }
            throw JsonMappingException.from(parser, "'%s' is unknown.%s".formatted(name, Suggestion.of(name, names())));
        }

        private List<String> names() {
            return Arrays.stream(type.getPermittedSubclasses())
                    .map(c -> ConfigTree.kebab(c.getSimpleName()))
                    .toList();
        }
    }
}
