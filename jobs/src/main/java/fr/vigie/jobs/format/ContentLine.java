package fr.vigie.jobs.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A property of an iCalendar component, e.g. {@code DTSTART;TZID=Europe/Paris:20260330T080000}.
 *
 * @param name in upper case
 * @param parameters by their names in upper case
 * @param value as it stands, escapes included
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /** Reads a line. */
    static ContentLine of(String line) throws BadValue {
        int at = end(line, 0);
        var name = line.substring(0, at).toUpperCase(Locale.ROOT);
        var parameters = new HashMap<String, String>();
        while (at < line.length() && line.charAt(at) == ';') {
            int end = end(line, at + 1);
            var parameter = line.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parameter.substring(0, equals).toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).replace("\"", ""));
            }
            at = end;
        }
        if (at >= line.length() || name.isEmpty()) {
            throw new BadValue("bad-value", "'" + line + "' is not NAME:VALUE");
        }
        return new ContentLine(name, Map.copyOf(parameters), line.substring(at + 1));
    }

    /** The next {@code ;} or {@code :} that does not stand within quotes. */
    private static int end(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == ':')) {
                return i;
            }
        }
        return line.length();
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The texts of the value: what stands between commas that are not escaped, without escapes. */
    List<String> texts() {
        var all = new ArrayList<String>();
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else if (c == ',') {
                all.add(text.toString().strip());
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        all.add(text.toString().strip());
        return all;
    }

    /** The whole value as one text; a comma that should have been escaped is one all the same. */
    String text() {
        return String.join(", ", texts());
    }
}
