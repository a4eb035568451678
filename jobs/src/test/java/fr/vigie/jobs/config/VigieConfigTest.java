package fr.vigie.jobs.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.error.UserError;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VigieConfigTest {
    private static final List<Block> BLOCKS =
            List.of(new Block("service", ServiceConfig.class), new Block("lake", LakeConfig.class));

    private static VigieConfig parse(String text) {
        return VigieConfig.parse(text, "vigie.yaml", BLOCKS);
    }

    private static String refused(String text) {
        var error = assertThrows(UserError.class, () -> parse(text));
        assertEquals(2, error.exitCode());
        return String.valueOf(error.getMessage());
    }

    @Test
    void anEmptyFileMeansTheDefaults() {
        var service = parse("").block(ServiceConfig.class);
        assertEquals("Europe/Paris", service.zone().getId());
        assertEquals(Duration.ofMinutes(15), service.queueOpensBefore());
        assertEquals(
                720,
                service
                        .openingHours(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 4, 6))
                        .on(LocalDate.of(2026, 3, 30))
                        .stream()
                        .mapToInt(s -> s.until() - s.from())
                        .sum());
    }

    @Test
    void aMapOfTheUsersReplacesTheDefaultOneWhole() {
        var service = parse("service:\n  opening-hours:\n    monday: [08:00-12:00, 14:00-18:00]\n")
                .block(ServiceConfig.class);
        assertEquals(Map.of(DayOfWeek.MONDAY, List.of("08:00-12:00", "14:00-18:00")), service.openingHours());
        assertEquals("0.8@20", service.serviceLevel());
    }

    @Test
    void wordsStayWords() {
        var service = parse("service:\n  name: no\n  public-holidays: 01\n").block(ServiceConfig.class);
        assertEquals("no", service.name());
        assertEquals("01", service.publicHolidays());
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearestOne() {
        var message = refused("service:\n  name: A\n  redial-windw: 30m\n");
        assertTrue(message.contains("line 3"), message);
        assertTrue(message.contains("service.redial-windw"), message);
        assertTrue(message.contains("Did you mean 'redial-window'?"), message);
    }

    @Test
    void anUnknownBlockIsNamed() {
        assertTrue(refused("servce:\n  name: A\n").contains("Did you mean 'service'?"));
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() {
        assertTrue(refused("service:\n  name: A\n  name: B\n").contains("'service.name' stands twice"));
    }

    @Test
    void aBadValueIsNamedWithItsKey() {
        assertTrue(refused("service:\n  zone: Europe/Lutetia\n").contains("service.zone"));
        assertTrue(refused("service:\n  service-level: 80/20\n").contains("0.8@20"));
        assertTrue(refused("service:\n  redial-window: soon\n").contains("service.redial-window"));
        assertTrue(refused("service:\n  week-start: [monday]\n").contains("service.week-start"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opening-hours: {monday: ['25:00-26:00']} | opening-hours.monday cannot be used: '25:00-26:00' is not like 07:00-19:00",
                "opening-hours: {monday: ['19:00-7:00']} | opening-hours.monday cannot be used: '19:00-7:00' is not like 07:00-19:00",
                "opening-hours: {monday: ['19:00-07:00']} | opening-hours.monday cannot be used: '19:00-07:00' is not like 07:00-19:00",
                "opening-hours: {friday: ['08:00-12:00', '11:00-15:00']} | opening-hours.friday cannot be used: 08:00-12:00 and 11:00-15:00 overlap",
                "opening-hours: {mondy: ['08:00-12:00']} | opening-hours cannot be used: 'mondy' is no weekday. Did you mean 'monday'?",
                "opening-hours: {monday: '08:00-12:00'} | opening-hours.monday cannot be used: a list is expected",
                "groups: {nuit: {sunday: ['20:00-25:00']}} | groups.nuit.sunday cannot be used: '20:00-25:00'",
                "school-zone: D | school-zone cannot be used: 'D' is none of A, B, C",
                "redial-window: 25h | redial-window cannot be used: The window (PT25H) must be from 0 to 24 hours",
                "service-level: 80/20 | service-level cannot be used: ",
                "closed: [24/12/2026] | closed[0] cannot be used: '24/12/2026' is not a day",
                "week-start: lundi | week-start cannot be used: 'lundi' is given; one of monday,",
                "open-on-public-holidays: perhaps | open-on-public-holidays cannot be used: ",
            })
    void aRefusedValueNamesItsKeyAndWhatIsRight(String line, String message) {
        var refused = refused("service:\n  " + line + "\n");
        assertTrue(refused.contains("service." + message), refused);
        assertFalse(refused.contains("java") || refused.contains("Exception") || refused.contains("enum"), refused);
    }

    @Test
    void nothingForWhatMustBeGivenIsNamedByItsKey() {
        assertTrue(refused("service:\n  opening-hours: null\n").contains("'service.opening-hours' is missing"));
        assertTrue(refused("service:\n  closed:\n").contains("'service.closed' is missing"));
    }

    @Test
    void aCatalogThatNobodyKnowsIsNamed() {
        var message = refused("lake: {catalog: {type: foo}}\n");
        assertTrue(
                message.contains("lake cannot be used: The type (foo) of the catalog must be one of hadoop,"), message);
        assertEquals(
                "rest",
                parse("lake: {catalog: {type: rest}}\n")
                        .block(LakeConfig.class)
                        .catalog()
                        .get("type"));
        assertEquals(
                2,
                parse("lake: {catalog: {type: null, catalog-impl: org.example.Catalog}}\n")
                        .block(LakeConfig.class)
                        .catalog()
                        .keySet()
                        .stream()
                        .filter(k -> !k.equals("warehouse"))
                        .count());
    }

    @Test
    void stretchesMayTouchAndEndAtMidnight() {
        var service = parse("service:\n  opening-hours:\n    monday: [14:00-24:00, 08:00-14:00]\n")
                .block(ServiceConfig.class);
        var monday = LocalDate.of(2026, 3, 30);
        assertEquals(
                "[08:00-14:00, 14:00-24:00]",
                service.openingHours(monday, monday.plusDays(1)).on(monday).toString());
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertTrue(refused("service:\n  name: [A\n").contains("is not YAML"));
    }

    @Test
    void yamlBuildsNoObjects() {
        assertTrue(refused("service: !!javax.script.ScriptEngineManager []\n").contains("line 1"));
    }

    @Test
    void theSameValuesGiveTheSameText() {
        var one = parse("service:\n  groups: {b: {monday: [07:00-08:00]}, a: {friday: [07:00-08:00]}}\n");
        var two = parse("service:\n  groups: {a: {friday: [07:00-08:00]}, b: {monday: [07:00-08:00]}}\n");
        assertEquals(one.json(ServiceConfig.class), two.json(ServiceConfig.class));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileYamlIsRefusedInOneLine(String text) {
        var message = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refused(text));
        assertTrue(message.contains("vigie.yaml"), message);
        assertTrue(message.length() < 600, message);
    }

    static List<Named<String>> hostile() {
        var aliases = new StringBuilder("service: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            aliases.append("b%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return List.of(
                Named.of(
                        "an object within",
                        "service:\n  name: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n"),
                Named.of("an object for all", "!!javax.script.ScriptEngineManager {}\n"),
                Named.of("an object for a block", "service: !!javax.script.ScriptEngineManager []\n"),
                Named.of("many aliases", aliases.toString()),
                Named.of("itself within", "service: &a { name: *a }\n"),
                Named.of("itself deep within", "service: &a\n  opening-hours: { monday: [*a] }\n"),
                Named.of("deep lists", "service: " + "[".repeat(100_000)),
                Named.of("deep mappings", "service: " + "{ a: ".repeat(10_000) + "}".repeat(10_000)),
                Named.of("50 MB", "service:\n  name: x" + "y".repeat(50_000_000) + "\n"),
                Named.of("a key a thousand times", "service:\n" + "  name: x\n".repeat(1000)),
                Named.of("a control character", "service:\n  name: \u0007\n"));
    }

    @Test
    void aDeviceForAConfigurationIsRefused() {
        var refused = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(UserError.class, () -> VigieConfig.read(Path.of("/dev/zero"), BLOCKS)));
        assertEquals(2, refused.exitCode());
    }
}
