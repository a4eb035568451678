package fr.vigie.jobs.config;

import fr.vigie.jobs.error.UserError;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether everything that must be given is given: a component of a record that is not {@code @Nullable}. */
final class Completeness {
    private Completeness() {}

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
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw UserError.usage("%s: the key '%s' is missing.".formatted(where, key));
            }
            inside(value, component.getName().equals("all") ? path : key, where);
        }
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
