package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.Suggestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FreeSWITCH's {@code mod_cdr_csv}: a line a leg, the columns those of a template. Values are quoted, but quotes within
 * them are not escaped: a value ends where a quote, a comma and a quote follow one another.
 *
 * @param template {@code example} (null, and what the vanilla configuration uses), {@code default} (compiled in) or
 *     {@code asterisk}
 * @param columns the variables of another template, in order; null: those of the named one
 * @param answeredBy what makes a call an answered one; null: the answer's stamp
 */
public record FreeswitchCsv(@Nullable String template, @Nullable List<String> columns, @Nullable AnsweredBy answeredBy)
        implements Format {

    private static final List<String> DEFAULT = List.of(
            "caller_id_name",
            "caller_id_number",
            "destination_number",
            "context",
            "start_stamp",
            "answer_stamp",
            "end_stamp",
            "duration",
            "billsec",
            "hangup_cause",
            "uuid",
            "bleg_uuid",
            "accountcode");

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "default",
            DEFAULT,
            "example",
            Stream.concat(DEFAULT.stream(), Stream.of("read_codec", "write_codec"))
                    .toList(),
            "asterisk",
            List.of(
                    "accountcode",
                    "caller_id_number",
                    "destination_number",
                    "context",
                    "caller_id",
                    "channel_name",
                    "bridge_channel",
                    "last_app",
                    "last_arg",
                    "start_stamp",
                    "answer_stamp",
                    "end_stamp",
                    "duration",
                    "billsec",
                    "hangup_cause",
                    "amaflags",
                    "uuid",
                    "userfield"));

    public FreeswitchCsv {
        if (template != null && columns != null) {
            throw new IllegalArgumentException("Either a template or columns may be given, not both.");
        }
        if (template != null && !TEMPLATES.containsKey(template)) {
            throw new IllegalArgumentException("The template '%s' is unknown.%s"
                    .formatted(template, Suggestion.of(template, List.copyOf(TEMPLATES.keySet()))));
        }
        if (columns != null) {
            columns = List.copyOf(columns);
            needs(columns, "uuid");
            for (var moment : List.of("start", "answer", "end")) {
                needs(columns, moment + "_stamp", moment + "_epoch", moment + "_uepoch");
            }
        }
    }

    private static void needs(List<String> columns, String... oneOf) {
        if (columns.stream().noneMatch(Set.of(oneOf)::contains)) {
            throw new IllegalArgumentException("The columns of the template must have %s.".formatted(oneOf[0]));
        }
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS);
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var names = columns == null
                ? Objects.requireNonNull(TEMPLATES.get(Objects.requireNonNullElse(template, "example")))
                : columns;
        var lines = files.get(0).lines();
        return new RecordsAhead(
                () -> {
                    for (var text = lines.next(); text != null; text = lines.next()) {
                        if (!text.isBlank()) {
                            var record = record(lines, text, names, wanted);
                            if (record != null) {
                                return record;
                            }
                        }
                    }
                    return null;
                },
                lines::close);
    }

    private @Nullable RawRecord record(Lines lines, String text, List<String> names, Wanted wanted) {
        try {
            if (lines.isTooLong()) {
                throw new BadValue("record-too-long", "more than %d bytes".formatted(text.length()));
            }
            var values = values(text.strip());
            if (values.size() != names.size()) {
                throw new BadValue("wrong-number-of-fields", "%d instead of %d".formatted(values.size(), names.size()));
            }
            var variables = new HashMap<String, String>();
            for (int i = 0; i < values.size(); i++) {
                variables.put(names.get(i), values.get(i));
            }
            var leg = new FreeswitchLeg(variables);
            return leg.isCalled()
                    ? null
                    : leg.call(Objects.requireNonNullElse(answeredBy, AnsweredBy.STAMP), wanted, lines.number());
        } catch (BadValue e) {
            return CallValues.problem(0, lines.number(), wanted, e.reason(), String.valueOf(e.getMessage()));
        }
    }

    /** All values of the line: quoted ones, or, where it does not begin with a quote, what lies between commas. */
    private static List<String> values(String line) throws BadValue {
        if (!line.startsWith("\"")) {
            return List.of(line.split(",", -1));
        }
        var values = new ArrayList<String>();
        int from = 1;
        for (int quote = line.indexOf('"', 1); quote >= 0; quote = line.indexOf('"', quote + 1)) {
            int next = afterSeparator(line, quote + 1);
            if (next > 0) {
                values.add(line.substring(from, quote));
                from = next;
                quote = next - 1;
            }
        }
        if (from == line.length() || !line.endsWith("\"")) {
            throw new BadValue("bad-quoting", "the last value has no closing quote");
        }
        values.add(line.substring(from, line.length() - 1));
        return values;
    }

    /** Behind a comma and a quote, with or without spaces between them; 0 where they do not follow. */
    private static int afterSeparator(String line, int from) {
        int at = line.startsWith(",", from) ? from + 1 : line.length();
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.startsWith("\"", at) ? at + 1 : 0;
    }
}
