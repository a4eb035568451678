package fr.vigie.jobs.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ConstraintViolationException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The zones that a calendar names: Java's own where the name is known or is Microsoft's, else the calendar's definition.
 * No registry of ical4j is asked, which would look for newer zones on the web.
 */
final class CalendarZones {
    private static final Map<String, String> MICROSOFT = microsoft();

    private final CalendarComponent calendar;
    private final ZoneRules floating;
    private final Map<String, ZoneRules> known = new HashMap<>();

    /**
     * The zones of a calendar.
     *
     * @param source of times without a zone, where the calendar does not name its own ({@code X-WR-TIMEZONE})
     */
    CalendarZones(CalendarComponent calendar, ZoneId source) {
        this.calendar = calendar;
        this.floating = calendar.first("X-WR-TIMEZONE")
                .flatMap(line -> named(line.text()))
                .map(ZoneId::getRules)
                .orElse(source.getRules());
    }

    /** The time that a property's value, or one of several, stands for. */
    CalendarTime time(ContentLine property, String value) throws BadValue {
        try {
            var tzid = property.parameter("TZID").replace("\\", "");
            return CalendarTime.of(value.strip(), tzid.isEmpty() ? floating : rules(tzid));
        } catch (BadValue e) {
            throw new BadValue(e.reason(), property.name() + " " + e.getMessage());
        }
    }

    private ZoneRules rules(String tzid) throws BadValue {
        var rules = known.get(tzid);
        if (rules == null) {
            var named = named(tzid);
            rules = named.isPresent() ? named.get().getRules() : defined(tzid);
            known.put(tzid, rules);
        }
        return rules;
    }

    /** {@code Europe/Paris}, {@code /mozilla.org/20050126_1/Europe/Paris}, {@code Romance Standard Time}. */
    private static Optional<ZoneId> named(String name) {
        for (int from = 0; from >= 0; from = name.indexOf('/', from + 1)) {
            var region = name.substring(from).replaceFirst("^/", "");
            if (ZoneId.getAvailableZoneIds().contains(region)) {
                return Optional.of(ZoneId.of(region));
            }
        }
        return Optional.ofNullable(MICROSOFT.get(name)).map(ZoneId::of);
    }

    private ZoneRules defined(String tzid) throws BadValue {
        var definition = calendar.parts("VTIMEZONE")
                .filter(zone -> zone.first("TZID")
                        .map(ContentLine::text)
                        .filter(tzid::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new BadValue("unknown-time-zone", "TZID '" + tzid + "' is neither known nor defined"));
        try {
            var observances = new ArrayList<Observance>();
            for (var part : definition.parts("STANDARD").toList()) {
                observances.add(new Standard(new PropertyList(properties(part))));
            }
            for (var part : definition.parts("DAYLIGHT").toList()) {
                observances.add(new Daylight(new PropertyList(properties(part))));
            }
            return new ZoneRulesBuilder()
                    .vTimeZone(
                            new VTimeZone(new PropertyList(List.of(new TzId(tzid))), new ComponentList<>(observances)))
                    .build();
        } catch (ConstraintViolationException | IllegalArgumentException | DateTimeException e) {
            throw new BadValue("unknown-time-zone", "TZID '" + tzid + "' is not well defined");
        }
    }

    private static List<Property> properties(CalendarComponent observance) throws BadValue {
        var properties = new ArrayList<Property>();
        properties.add(new DtStart<>(CalendarTime.of(value(observance, "DTSTART"), ZoneOffset.UTC.getRules())
                .local()));
        properties.add(new TzOffsetFrom(offset(observance, "TZOFFSETFROM")));
        properties.add(new TzOffsetTo(offset(observance, "TZOFFSETTO")));
        var rule = observance.first("RRULE");
        if (rule.isPresent()) {
            // Clocks are changed by the year; what would change them by the second never ends.
            if (!rule.get().value().toUpperCase(Locale.ROOT).contains("FREQ=YEARLY")) {
                throw new BadValue(
                        "unknown-time-zone",
                        "a VTIMEZONE changes its clocks by " + rule.get().value());
            }
            properties.add(new RRule<LocalDateTime>(rule.get().value()));
        }
        return properties;
    }

    private static ZoneOffset offset(CalendarComponent observance, String property) throws BadValue {
        return ZoneOffset.of(value(observance, property));
    }

    private static String value(CalendarComponent component, String property) throws BadValue {
        return component
                .first(property)
                .map(ContentLine::value)
                .orElseThrow(() -> new BadValue("unknown-time-zone", "a VTIMEZONE lacks " + property));
    }

    /** The names that Windows and Outlook give to zones, from ical4j's list: {@code name;description=region}. */
    private static Map<String, String> microsoft() {
        var names = new HashMap<String, String>();
        var list = Objects.requireNonNull(
                Recur.class.getResourceAsStream("/net/fortuna/ical4j/transform/compliance/msTimezones"),
                "ical4j's list of Microsoft's time zones");
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int region = line.lastIndexOf('=');
                int description = line.indexOf(';');
                if (description > 0 && region > description) {
                    names.put(line.substring(0, description), line.substring(region + 1));
                    names.put(line.substring(description + 1, region), line.substring(region + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
