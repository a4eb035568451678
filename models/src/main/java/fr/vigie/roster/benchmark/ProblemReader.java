package fr.vigie.roster.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the text format of the benchmark: sections of comma-separated lines; {@code #} begins a comment. The section of
 * shifts comes before that of the staff, both before those that name them.
 */
public final class ProblemReader {
    private static final String SECTION = "SECTION_";
    private static final List<String> REQUIRED = List.of("HORIZON", "SHIFTS", "STAFF", "COVER");

    /** Far above what an instance has, and far below what sums of them could not hold. */
    private static final int LARGEST = 1_000_000;

    private static final int LONGEST_SHOWN = 40;

    private final Set<String> sections = new HashSet<>();
    private int days;
    private final Map<String, Integer> shiftIndex = new LinkedHashMap<>();
    private final List<ShiftType> shifts = new ArrayList<>();
    private final Map<String, Integer> staffIndex = new LinkedHashMap<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<List<Integer>, Cover> covers = new LinkedHashMap<>();

    private ProblemReader() {}

    /**
     * The instance that a text describes.
     *
     * @param lines the lines of the text, in order
     * @throws IllegalArgumentException if the text is no instance; the message says which line and why
     */
    public static ShiftProblem read(Iterable<String> lines) {
        var reader = new ProblemReader();
        reader.readLines(lines);
        return reader.problem();
    }

    private void readLines(Iterable<String> lines) {
        Consumer<Fields> section = fields -> {
            throw new IllegalArgumentException("'%s' stands before any section".formatted(shown(fields.text(0))));
        };
        int number = 0;
        for (var raw : lines) {
            number++;
            // A byte order mark may precede the first line.
            var line = (number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                if (line.startsWith(SECTION)) {
                    section = section(line.substring(SECTION.length()));
                } else {
                    section.accept(new Fields(line.split(",", -1)));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
    }

    private Consumer<Fields> section(String name) {
        if (!sections.add(name)) {
            throw new IllegalArgumentException("the section %s stands there twice".formatted(shown(name)));
        }
        return switch (name) {
            case "HORIZON" -> this::horizon;
            case "SHIFTS" -> this::shift;
            case "STAFF" -> this::member;
            case "DAYS_OFF" -> this::daysOff;
            case "SHIFT_ON_REQUESTS" -> fields -> wish(Wish.Kind.ON, fields);
            case "SHIFT_OFF_REQUESTS" -> fields -> wish(Wish.Kind.OFF, fields);
            case "COVER" -> this::cover;
            default -> throw new IllegalArgumentException("the section '%s' is unknown".formatted(shown(name)));
        };
    }

    private ShiftProblem problem() {
        for (var name : REQUIRED) {
            if (!sections.contains(name)) {
                throw new IllegalArgumentException(
                        "the section %s%s is missing.\nMaybe the file is no instance of the shift scheduling benchmark."
                                .formatted(SECTION, name));
            }
        }
        if (shifts.isEmpty() || staff.isEmpty()) {
            throw new IllegalArgumentException("there are no %s".formatted(shifts.isEmpty() ? "shifts" : "staff"));
        }
        return new ShiftProblem(days, shifts, staff, wishes, List.copyOf(covers.values()));
    }

    private void horizon(Fields fields) {
        if (days > 0) {
            throw new IllegalArgumentException("the horizon stands there twice");
        }
        days = fields.number(0, 1);
    }

    private void shift(Fields fields) {
        var id = fields.text(0);
        put(shiftIndex, id, "shift");
        shifts.add(new ShiftType(id, fields.number(1, 1), fields.size() > 2 ? parts(fields.text(2)) : Set.of()));
    }

    private static Set<String> parts(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void member(Fields fields) {
        var id = fields.text(0);
        put(staffIndex, id, "employee");
        staff.add(new StaffMember(
                id,
                mostShifts(fields.text(1)),
                fields.number(2, 0),
                fields.number(3, 0),
                fields.number(4, 1),
                fields.number(5, 1),
                fields.number(6, 1),
                fields.number(7, 0),
                Set.of()));
    }

    private List<Integer> mostShifts(String text) {
        var most = new Integer[shifts.size()];
        for (var part : parts(text)) {
            var pair = new Fields(part.split("=", -1));
            most[known(shiftIndex, pair.text(0), "shift")] = pair.number(1, 0);
        }
        for (int shift = 0; shift < most.length; shift++) {
            if (most[shift] == null) {
                throw new IllegalArgumentException("the most shifts do not name %s"
                        .formatted(shown(shifts.get(shift).id())));
            }
        }
        return List.of(most);
    }

    private void daysOff(Fields fields) {
        int index = known(staffIndex, fields.text(0), "employee");
        var free = new HashSet<>(staff.get(index).daysOff());
        for (int i = 1; i < fields.size(); i++) {
            free.add(day(fields, i));
        }
        staff.set(index, staff.get(index).withDaysOff(free));
    }

    private void wish(Wish.Kind kind, Fields fields) {
        wishes.add(new Wish(
                kind,
                known(staffIndex, fields.text(0), "employee"),
                day(fields, 1),
                known(shiftIndex, fields.text(2), "shift"),
                fields.number(3, 0)));
    }

    private void cover(Fields fields) {
        var cover = new Cover(
                day(fields, 0),
                known(shiftIndex, fields.text(1), "shift"),
                fields.number(2, 0),
                fields.number(3, 0),
                fields.number(4, 0));
        if (covers.putIfAbsent(List.of(cover.day(), cover.shift()), cover) != null) {
            throw new IllegalArgumentException("the cover of day %d and shift %s stands there twice"
                    .formatted(cover.day(), shown(fields.text(1))));
        }
    }

    private int day(Fields fields, int at) {
        int day = fields.number(at, 0);
        if (day >= days) {
            throw new IllegalArgumentException(
                    "the day %d is not in the horizon of %d days, which count from 0".formatted(day, days));
        }
        return day;
    }

    private static void put(Map<String, Integer> index, String id, String what) {
        if (index.putIfAbsent(id, index.size()) != null) {
            throw new IllegalArgumentException("the %s %s stands there twice".formatted(what, shown(id)));
        }
    }

    private static int known(Map<String, Integer> index, String id, String what) {
        var at = index.get(id);
        if (at == null) {
            throw new IllegalArgumentException("the %s '%s' is unknown".formatted(what, shown(id)));
        }
        return at;
    }

    /** A text of the file as a message may show it. */
    private static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    /** The fields of a line. */
    private static final class Fields {
        private final String[] fields;

        Fields(String[] fields) {
            this.fields = fields;
        }

        int size() {
            return fields.length;
        }

        String text(int at) {
            if (at >= fields.length || (at == 0 && fields[at].isBlank())) {
                throw new IllegalArgumentException(
                        "%d fields are too few, the first is '%s'".formatted(fields.length, shown(fields[0])));
            }
            return fields[at].strip();
        }

        int number(int at, int least) {
            var text = text(at);
            int number;
            try {
                number = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'%s' is no whole number".formatted(shown(text)), e);
            }
            if (number < least || number > LARGEST) {
                throw new IllegalArgumentException("%d is not between %d and %d".formatted(number, least, LARGEST));
            }
            return number;
        }
    }
}
