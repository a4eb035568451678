package fr.vigie.jobs.config;

import fr.vigie.jobs.error.UserError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Whether everything that must be given is given: a component of a record that is not {@code @Nullable}. */
final class Completeness {
    private Completeness() {}

    /** Refuses a block that says nothing for what must be given: its record might fail on it without naming the key. */
    static void check(Node block, Class<? extends Record> type, String path, String where) {
        if (!(block instanceof MappingNode keys)) {
            return;
        }
        for (var tuple : keys.getValue()) {
            var key = ((ScalarNode) tuple.getKeyNode()).getValue();
            boolean required = Arrays.stream(type.getRecordComponents())
                    .anyMatch(c -> ConfigTree.kebab(c.getName()).equals(key) && !isNullable(c));
            if (required && tuple.getValueNode().getTag().equals(Tag.NULL)) {
                throw missing(path + "." + key, where);
            }
        }
    }

    static void check(Record record, String path, String where) {
        for (var component : record.getClass().getRecordComponents()) {
            var key = path + "." + ConfigTree.kebab(component.getName());
            Object value;
            try {
                component.getAccessor().setAccessible(true);
                value = component.getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A record's accessor failed.", e);
            }
            if (value == null && !isNullable(component)) {
                throw missing(key, where);
            }
            inside(value, component.getName().equals("all") ? path : key, where);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static UserError missing(String key, String where) {
        return UserError.usage("%s: the key '%s' is missing.".formatted(where, key));
    }

    private static void inside(@Nullable Object value, String path, String where) {
        if (value instanceof Record record) {
            check(record, path, where);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> inside(each, path + "." + key, where));
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> inside(each, path, where));
        }
    }
}
