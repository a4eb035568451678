package fr.vigie.jobs.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call detail record: two parties, or one and an application.
 *
 * @param file the file's place among those read together
 * @param line the line
 * @param group what the records of one call have in common
 * @param start UTC seconds
 * @param startText as written, where that stands for two instants and nothing tells which; else null
 * @param answer UTC seconds; null where nobody and nothing answered
 * @param end UTC seconds
 * @param party the other party's channel; null where there was none
 */
record CdrLeg(
        int file,
        long line,
        String group,
        long sequence,
        @Nullable String src,
        @Nullable String dst,
        String context,
        @Nullable String practice,
        @Nullable String party,
        String application,
        long start,
        @Nullable String startText,
        @Nullable Long answer,
        long end,
        Disposition disposition) {

    /** How the dialling ended; an application that takes the call answers it. */
    enum Disposition {
        ANSWERED,
        NO_ANSWER,
        BUSY,
        FAILED,
        CONGESTION
    }

    private static final Pattern UNIQUEID = Pattern.compile("(?:.*-)?(\\d{9,10})\\.\\d+");

    /** Reads the text's current record. */
    static CdrLeg read(DelimitedText text, int file, List<String> layout, @Nullable String practice, ZoneId zone)
            throws BadValue {
        var fields = new Fields(text, layout);
        var uniqueid = fields.optional("uniqueid");
        var created = created(uniqueid);
        var startAt = local("start", fields.required("start"));
        long start = atOrAfter(startAt, created.orElse(0), zone);
        long end = nearest(local("end", fields.required("end")), start + fields.seconds("duration"), zone);
        if (end < start) {
            throw new BadValue("ends-before-it-begins", "end %s, start %s".formatted(fields.required("end"), startAt));
        }
        var answerText = fields.optional("answer");
        Long answer =
                answerText == null ? null : nearest(local("answer", answerText), end - fields.seconds("billsec"), zone);
        if (answer != null && (answer < start || answer > end)) {
            throw new BadValue("times-out-of-order", "answer %s is not within the call".formatted(answerText));
        }
        boolean unknown =
                created.isEmpty() && zone.getRules().getValidOffsets(startAt).size() > 1;
        var linkedid = fields.optional("linkedid");
        var channel = fields.required("channel");
        var group = linkedid != null
                ? linkedid
                : uniqueid != null ? uniqueid : channel + "/" + Instant.ofEpochSecond(start);
        var party = fields.optional("dstchannel");
        var context = fields.optional("dcontext");
        var application = fields.optional("lastapp");
        return new CdrLeg(
                file,
                text.line(),
                group,
                fields.number("sequence"),
                fields.optional("src"),
                fields.optional("dst"),
                context == null ? "" : context,
                practice == null ? null : fields.optional(practice),
                party,
                application == null ? "" : application,
                start,
                unknown ? startAt.toString() : null,
                answer,
                end,
                disposition(fields.required("disposition")));
    }

    /** When the channel was made, which is where its {@code uniqueid} has its name from: UTC, whatever the zone. */
    private static OptionalLong created(@Nullable String uniqueid) {
        if (uniqueid == null) {
            return OptionalLong.empty();
        }
        var parts = UNIQUEID.matcher(uniqueid);
        return parts.matches() ? OptionalLong.of(Long.parseLong(parts.group(1))) : OptionalLong.empty();
    }

    private static LocalDateTime local(String column, String text) throws BadValue {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new BadValue("bad-value", "%s '%s' is not a time".formatted(column, text));
        }
    }

    /** Of the instants that a local time stands for the first that is not before another; a second may be cut off. */
    private static long atOrAfter(LocalDateTime local, long earliest, ZoneId zone) throws BadValue {
        var instants = instants(local, zone);
        for (long instant : instants) {
            if (instant >= earliest - 1) {
                return instant;
            }
        }
        return instants.get(instants.size() - 1);
    }

    /** Of the instants that a local time stands for the one that is nearest to another. */
    private static long nearest(LocalDateTime local, long target, ZoneId zone) throws BadValue {
        var instants = instants(local, zone);
        long nearest = instants.get(0);
        for (long instant : instants) {
            if (Math.abs(instant - target) < Math.abs(nearest - target)) {
                nearest = instant;
            }
        }
        return nearest;
    }

    private static List<Long> instants(LocalDateTime local, ZoneId zone) throws BadValue {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new BadValue("nonexistent-local-time", local + " does not exist in " + zone);
        }
        return offsets.stream().map(local::toEpochSecond).toList();
    }

    private static Disposition disposition(String text) throws BadValue {
        for (var disposition : Disposition.values()) {
            if (disposition.name().replace('_', ' ').equals(text)) {
                return disposition;
            }
        }
        throw new BadValue("bad-value", "disposition '%s'".formatted(text));
    }

    /** The columns of the current record by name. */
    private record Fields(DelimitedText text, List<String> layout) {
        @Nullable
        String optional(String column) throws BadValue {
            int at = layout.indexOf(column);
            return at < 0 ? null : text.text(at);
        }

        String required(String column) throws BadValue {
            var value = optional(column);
            if (value == null) {
                throw new BadValue("missing-value", column);
            }
            return value;
        }

        /** A whole number that is not negative; 0 where it is absent. */
        long number(String column) throws BadValue {
            var value = optional(column);
            if (value == null) {
                return 0;
            }
            if (value.length() > 12 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new BadValue("bad-value", "%s '%s' is not a whole number".formatted(column, value));
            }
            return Long.parseLong(value);
        }

        long seconds(String column) throws BadValue {
            required(column);
            return number(column);
        }
    }
}
