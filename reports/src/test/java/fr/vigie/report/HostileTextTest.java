package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every text of a view that comes from the outside is replaced by an attack, and none gets through. */
class HostileTextTest {
    private static final String ATTACK = "\"'><script>alert(1)</script>&{0}<svg onload=x";

    /** Words of a closed vocabulary, which choose what is drawn and are therefore left as they are. */
    private static final Set<String> CHOICES = Set.of("activity", "state");

    @Test
    void managers() {
        holds(ManagersPage.render(hostile(SampleManagers.view()), Locale.FRANCE));
    }

    @Test
    void accounts() {
        holds(AccountsPage.render(hostile(SampleAccounts.view()), Locale.FRANCE));
    }

    @Test
    void authorities() {
        holds(AuthoritiesPage.render(hostile(SampleAuthorities.view()), Locale.FRANCE));
    }

    private static void holds(String html) {
        var page = Pages.parsed(html);
        assertEquals(0, page.getElementsByTagName("script").getLength());
        assertFalse(html.contains("<svg onload"));
        assertTrue(page.getDocumentElement().getTextContent().contains(ATTACK), "the attack is shown as text");
    }

    /** The same record with the attack in place of every free text, all the way down. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> R hostile(R value) {
        var parts = value.getClass().getRecordComponents();
        var arguments = Arrays.stream(parts)
                .map(part -> changed(part, read(value, part)))
                .toArray();
        try {
            Constructor<?> constructor = value.getClass()
                    .getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
            return (R) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object changed(RecordComponent part, Object value) {
        return CHOICES.contains(part.getName()) ? value : changed(value);
    }

    private static Object changed(Object value) {
        if (value instanceof String) {
            return ATTACK;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HostileTextTest::changed).toList();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(HostileTextTest::changed);
        }
        return value instanceof Record inner ? hostile(inner) : value;
    }

    private static Object read(Record value, RecordComponent part) {
        try {
            return part.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
