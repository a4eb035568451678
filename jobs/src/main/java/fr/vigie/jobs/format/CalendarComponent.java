package fr.vigie.jobs.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of an iCalendar text, e.g. a {@code VEVENT}: its properties and the components within it. */
final class CalendarComponent {
    private final String name;
    private final long line;
    private final List<ContentLine> properties = new ArrayList<>();
    private final List<CalendarComponent> parts = new ArrayList<>();
    private @Nullable BadValue problem;

    private CalendarComponent(String name, long line) {
        this.name = name;
        this.line = line;
    }

    /**
     * The calendars of a file.
     *
     * @throws BadFile when it holds none, or a component does not end
     */
    static List<CalendarComponent> calendars(InputFile file) {
        var root = new CalendarComponent("", 0);
        var open = new ArrayDeque<CalendarComponent>(List.of(root));
        try (var lines = new ContentLines(file.bytes(), file.limits().recordBytes())) {
            while (lines.next()) {
                read(lines, open);
            }
        }
        if (open.getFirst() != root) {
            throw new BadFile("is cut off: BEGIN:%s on line %d has no END"
                    .formatted(DelimitedText.shown(open.getFirst().name), open.getFirst().line));
        }
        var calendars = root.parts("VCALENDAR").toList();
        if (calendars.isEmpty()) {
            throw new BadFile("is no iCalendar file: it holds no BEGIN:VCALENDAR");
        }
        return calendars;
    }

    private static void read(ContentLines lines, ArrayDeque<CalendarComponent> open) {
        var component = open.getFirst();
        try {
            var text = lines.text();
            if (text.isBlank()) {
                return;
            }
            var line = ContentLine.of(text);
            var word = line.value().strip().toUpperCase(Locale.ROOT);
            if (line.name().equals("BEGIN")) {
                var part = new CalendarComponent(word, lines.number());
                component.parts.add(part);
                open.addFirst(part);
            } else if (line.name().equals("END")) {
                if (!word.equals(component.name)) {
                    throw new BadFile("is not well-formed: line %d ends %s, which is not open"
                            .formatted(lines.number(), DelimitedText.shown(word)));
                }
                open.removeFirst();
            } else {
                component.properties.add(line);
            }
        } catch (BadValue e) {
            component.problem = e;
        }
    }

    /** The line on which it begins, from 1. */
    long line() {
        return line;
    }

    /** Fails when a line of it could not be read. */
    void check() throws BadValue {
        if (problem != null) {
            throw problem;
        }
    }

    Stream<CalendarComponent> parts(String name) {
        return parts.stream().filter(p -> p.name.equals(name));
    }

    List<ContentLine> all(String property) {
        return properties.stream().filter(p -> p.name().equals(property)).toList();
    }

    Optional<ContentLine> first(String property) {
        return properties.stream().filter(p -> p.name().equals(property)).findFirst();
    }

    /** The value of a property that is a word, in upper case; empty where there is none. */
    String word(String property) {
        return first(property)
                .map(p -> p.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
