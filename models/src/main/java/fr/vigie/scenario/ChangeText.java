package fr.vigie.scenario;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change as people write it: {@code name=value} and, after commas, further {@code key=value}.
 *
 * <p>Shares are {@code 40%} or {@code 0.4}, times of day {@code 10:00-10:30}, durations {@code 90s} or {@code 2m}, prices
 * euros: {@code attendant=40%,booking=85%,aht=150s,per-call=0.30}.
 */
public final class ChangeText {
    private final String text;
    private final String name;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    private ChangeText(String text) {
        this.text = text;
        var parts = text.split(",", -1);
        this.name = key(parts[0]);
        for (int i = 0; i < parts.length; i++) {
            var key = i == 0 ? "" : key(parts[i]);
            if (given.put(key, parts[i].substring(parts[i].indexOf('=') + 1).strip()) != null) {
                throw wrong("'%s' stands twice".formatted(key), "leave one of them out");
            }
        }
    }

    private String key(String part) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            throw wrong("'%s' has no value".formatted(part.strip()), "write volume=+20%");
        }
        return part.substring(0, equals).strip();
    }

    /**
     * Reads a change.
     *
     * @throws IllegalArgumentException when the text is none, in words that name it
     */
    public static Change parse(String text) {
        return new ChangeText(text).change();
    }

    /** The names of all changes. */
    public static List<String> names() {
        return Arrays.stream(Change.class.getPermittedSubclasses())
                .map(type -> Change.name(type.asSubclass(Change.class)))
                .toList();
    }

    private Change change() {
        var change =
                switch (name) {
                    case "volume" -> new Volume(number(""));
                    case "handling-time" -> new HandlingTime(number(""));
                    case "absent" -> new Absent(whole(""));
                    case "attendant" -> attendant();
                    case "online-form" -> onlineForm();
                    case "protected-time" -> protectedTime();
                    case "outsourcing" -> new Outsourcing(number(""), partner());
                    case "overflow" -> new Overflow(number(""), partner());
                    case "longer-hours" -> longerHours();
                    case "offer-by-call" -> new OfferByCall(number(""));
                    case "offer-by-month" -> new OfferByMonth(number(""));
                    default -> throw wrong(
                            "'%s' is no change".formatted(name), "take one of " + String.join(", ", names()));
                };
        var unknown = given.keySet().stream()
                .filter(key -> !key.isEmpty() && !known.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw wrong(
                    "'%s' is unknown here".formatted(unknown.get(0)),
                    known.stream().allMatch(String::isEmpty)
                            ? "leave it out"
                            : "take one of "
                                    + known.stream()
                                            .filter(key -> !key.isEmpty())
                                            .distinct()
                                            .collect(Collectors.joining(", ")));
        }
        return change;
    }

    private Attendant attendant() {
        var aht = secondsOrNull("aht");
        double call = number("per-call", 0);
        double month = number("per-month", 0);
        return new Attendant(shares(), aht, call, month);
    }

    private OnlineForm onlineForm() {
        var desk = secondsOrNull("desk");
        double month = number("per-month", 0);
        return new OnlineForm(shares(), desk == null ? 0 : desk, month);
    }

    /** Every key that means nothing else is a kind of request. */
    private Shares shares() {
        double others = number("");
        var byKind = new TreeMap<String, Double>();
        for (var key : List.copyOf(given.keySet())) {
            if (!known.contains(key)) {
                byKind.put(key, number(key));
            }
        }
        return new Shares(byKind, others);
    }

    private ProtectedTime protectedTime() {
        var hours = hours("");
        var within = secondsOrNull("within");
        return new ProtectedTime(
                hours.get(0), hours.get(1), number("later", 1), within == null ? 60 : (int) Math.ceil(within / 60));
    }

    private LongerHours longerHours() {
        var hours = hours("");
        return new LongerHours(hours.get(0), hours.get(1), number("further", 0), number("moved", 0));
    }

    private Partner partner() {
        var hours = given.containsKey("hours") ? hours("hours") : List.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        known.add("hours");
        return new Partner(number("price"), secondsOrNull("aht"), hours.get(0), hours.get(1), number("quality", 1));
    }

    private String value(String key) {
        known.add(key);
        var value = given.get(key);
        if (value == null) {
            throw wrong("'%s' is missing".formatted(key), "add ,%s=…".formatted(key));
        }
        return value;
    }

    private double number(String key, double standard) {
        known.add(key);
        return given.containsKey(key) ? number(key) : standard;
    }

    /** A number, with a sign or in per cent. */
    private double number(String key) {
        var value = value(key);
        boolean percent = value.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? value.substring(0, value.length() - 1) : value);
            return percent ? number / 100 : number;
        } catch (NumberFormatException e) {
            throw wrong("'%s' is no number".formatted(value), "write 0.4 or 40%");
        }
    }

    private int whole(String key) {
        var value = value(key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw wrong("'%s' is no whole number".formatted(value), "write 2");
        }
    }

    private @Nullable Double secondsOrNull(String key) {
        known.add(key);
        var value = given.get(key);
        if (value == null) {
            return null;
        }
        var unit = value.isEmpty() ? ' ' : value.charAt(value.length() - 1);
        double seconds =
                switch (unit) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3600;
                    default -> Double.NaN;
                };
        try {
            double number = Double.parseDouble(value.substring(0, Math.max(0, value.length() - 1)));
            if (seconds > 0) {
                return number * seconds;
            }
        } catch (NumberFormatException e) {
            // Said below, like a unit that is missing.
        }
        throw wrong("'%s' is no duration".formatted(value), "write 90s or 2m");
    }

    private List<LocalTime> hours(String key) {
        var value = value(key);
        var ends = value.split("-", -1);
        try {
            if (ends.length == 2) {
                var end = ends[1].strip();
                return List.of(
                        LocalTime.parse(ends[0].strip()),
                        end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
            }
        } catch (DateTimeParseException e) {
            // Said below, like a time without an end.
        }
        throw wrong("'%s' are no hours".formatted(value), "write 10:00-10:30");
    }

    private IllegalArgumentException wrong(String what, String maybe) {
        return new IllegalArgumentException(
                "The change '%s' cannot be read: %s.\nMaybe %s.".formatted(text, what, maybe));
    }
}
