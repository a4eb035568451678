package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuthoritiesPageTest {
    private static final Pattern PERSONAL = Pattern.compile("practi|account|alert|caller|operator|age$|birth|signal");

    @Test
    void showsTerritoriesInFrench() {
        var html = Pages.kept("authorities.fr", AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE));
        assertTrue(html.contains("Par intercommunalité (EPCI)"));
        assertTrue(html.contains("n’est pas un échantillon"));
    }

    @Test
    void showsTerritoriesInEnglish() {
        var html = Pages.kept("authorities.en", AuthoritiesPage.render(SampleAuthorities.view(), Locale.ENGLISH));
        assertTrue(html.contains("By inter-municipality (EPCI)"));
    }

    @Test
    void hatchesWhatIsMaskedAndSaysWhy() {
        var html = AuthoritiesPage.render(SampleAuthorities.view(), Locale.FRANCE);
        assertTrue(html.contains("<td class=\"number masked\">n.c.</td>"));
        assertTrue(html.contains("url(#map-epcis-hatch)"), "the map too");
        assertTrue(html.contains("trop peu de cabinets"));
    }

    @Test
    void putsTheLinesOfTheZoningBetweenTheClasses() {
        assertEquals(AccessClass.LOW, AccessClass.of(2.5));
        assertEquals(AccessClass.LOWER_POOL, AccessClass.of(2.5001));
        assertEquals(AccessClass.UPPER_POOL, AccessClass.of(4));
        assertEquals(AccessClass.ABOVE, AccessClass.of(4.0001));
        assertTrue(AccessClass.values().length <= 5);
    }

    /** Not a promise but a fact of the types: no component anywhere below the view names a person or a practice. */
    @Test
    void cannotHoldAPractice() {
        var seen = new LinkedHashSet<Class<?>>();
        collect(AuthoritiesView.class, seen);
        assertTrue(seen.size() > 4, seen.toString());
        for (var type : seen) {
            for (var part : type.getRecordComponents()) {
                assertFalse(
                        PERSONAL.matcher(part.getName().toLowerCase(Locale.ROOT))
                                .find(),
                        type.getSimpleName() + "." + part.getName());
            }
            assertFalse(List.of(Account.class, AccountAlert.class).contains(type));
        }
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, seen));
        } else if (type instanceof Class<?> found && found.isRecord() && seen.add(found)) {
            Arrays.stream(found.getRecordComponents()).forEach(part -> collect(part.getGenericType(), seen));
        }
    }
}
