package fr.vigie.jobs.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cisco's records, those of one call put together. Where the files' names tell their minute, calls that ended more than a
 * day before it are finished and forgotten; else all are kept until the end.
 */
final class CiscoCalls {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final Pattern MINUTE = Pattern.compile("_(\\d{12})_\\d+");
    private static final DateTimeFormatter MINUTE_FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    /** Causes of a call that no line could take, and of one that nobody took in time (Q.850). */
    private static final Set<Integer> NO_LINE = Set.of(1, 3, 17, 20, 21, 22, 27, 28, 34, 38, 41, 42, 44, 47);

    private static final Set<Integer> NO_ANSWER = Set.of(18, 19, 102);

    private final List<InputFile> files;
    private final Wanted wanted;
    private final Set<String> voicemail;
    private final Iterator<Integer> order;
    private final Map<Integer, Long> minutes = new HashMap<>();
    /** The legs of each call under their identifier. */
    private final Map<String, Map<String, CiscoLeg>> open = new LinkedHashMap<>();

    private final ArrayDeque<RawRecord> ready = new ArrayDeque<>();

    private int file;
    private @Nullable DelimitedText text;
    private int[] positions = new int[0];

    CiscoCalls(List<InputFile> files, Wanted wanted, Set<String> voicemail) {
        this.files = files;
        this.wanted = wanted;
        this.voicemail = voicemail;
        for (int i = 0; i < files.size(); i++) {
            var minute = minute(files.get(i).name());
            if (minute != null) {
                minutes.put(i, minute);
            }
        }
        if (minutes.size() < files.size()) {
            minutes.clear();
        }
        order = IntStream.range(0, files.size())
                .boxed()
                .sorted(Comparator.comparing(i -> minutes.getOrDefault(i, 0L)))
                .iterator();
    }

    /** The next call, or a line that is none; null after the last. */
    @Nullable
    RawRecord next() {
        while (ready.isEmpty()) {
            if (text != null) {
                files.get(file).guarded(this::readLine);
            } else if (order.hasNext()) {
                file = order.next();
                files.get(file).guarded(this::openFile);
                finish(minutes.getOrDefault(file, Long.MIN_VALUE + DAY) - DAY);
            } else if (!open.isEmpty()) {
                finish(Long.MAX_VALUE);
            } else {
                return null;
            }
        }
        return ready.poll();
    }

    void close() {
        text = closed(text);
    }

    private DelimitedText openFile() {
        var opened = files.get(file).delimited(',');
        if (opened.header().contains("callIdentifier") || opened.header().contains("numberPacketsSent")) {
            throw new BadFile("holds records of call quality (CMR), not of calls (maybe leave the cmr_ files out)");
        }
        positions = opened.positions(CiscoLeg.COLUMNS, CiscoLeg.REQUIRED);
        text = opened;
        return opened;
    }

    private boolean readLine() {
        if (text == null || !text.next()) {
            text = closed(text);
            return false;
        }
        try {
            if (text.problem() != null) {
                throw new BadValue(text.problem().reason(), text.problem().detail());
            }
            // The line of types.
            if (!"INTEGER".equals(text.text(positions[CiscoLeg.COLUMNS.indexOf("dateTimeOrigination")]))) {
                add(CiscoLeg.of(file, text, positions));
            }
        } catch (BadValue e) {
            ready.add(CallValues.problem(file, text.line(), wanted, e.reason(), String.valueOf(e.getMessage())));
        }
        return true;
    }

    private static @Nullable DelimitedText closed(@Nullable DelimitedText text) {
        if (text != null) {
            text.close();
        }
        return null;
    }

    /** A number that is used again long after is another call. */
    private void add(CiscoLeg leg) {
        var legs = open.computeIfAbsent(leg.call(), call -> new LinkedHashMap<>());
        if (!legs.isEmpty()
                && Math.abs(leg.begun() - legs.values().iterator().next().begun()) > DAY) {
            ready.add(call(legs.values()));
            legs.clear();
        }
        legs.putIfAbsent(leg.pkid() == null ? leg.file() + ":" + leg.line() : leg.pkid(), leg);
    }

    /** Gives out the calls that ended before a time, seconds since 1970. */
    private void finish(long before) {
        var calls = open.values().iterator();
        while (calls.hasNext()) {
            var legs = calls.next().values();
            if (ended(legs) < before) {
                ready.add(call(legs));
                calls.remove();
            }
        }
    }

    private static long ended(Collection<CiscoLeg> legs) {
        return legs.stream().mapToLong(CiscoLeg::ended).max().orElse(0);
    }

    private RawRecord call(Collection<CiscoLeg> all) {
        var legs = all.stream()
                .sorted(Comparator.comparingLong(CiscoLeg::begun)
                        .thenComparingLong(CiscoLeg::ended)
                        .thenComparing(leg -> String.valueOf(leg.pkid())))
                .toList();
        var first = legs.get(0);
        var taken = legs.stream()
                .filter(l -> l.taken() > 0 && !isVoicemail(l))
                .min(Comparator.comparingLong(CiscoLeg::taken));
        var queued = legs.stream().filter(CiscoLeg::queued).findFirst();
        var transferred = taken.flatMap(by -> legs.stream()
                .filter(l -> !l.equals(by) && l.transferred() && l.taken() >= by.taken())
                .findFirst());
        var values = new CallValues(wanted)
                .set("call_id", first.call() + "-" + first.begun())
                .set("called_number", first.firstCalled() == null ? first.lastCalled() : first.firstCalled())
                .set("caller", first.caller())
                .set("arrived_at", instant(first.begun()))
                .set("queued_at", queued.map(l -> instant(l.entered())).orElse(null))
                .set("answered_at", taken.map(l -> instant(l.taken())).orElse(null))
                .set("ended_at", instant(ended(legs)))
                .set("operator_id", taken.map(CiscoLeg::operator).orElse(null))
                .set("outcome", taken.isPresent() ? "answered" : notTaken(legs))
                .set("updated_at", instant(ended(legs)));
        transferred.ifPresent(leg -> values.set("disposition", "transferred")
                .set("transfer_result", "accepted")
                .set("transfer_answered_at", instant(leg.taken())));
        return values.record(first.file(), first.line());
    }

    private String notTaken(List<CiscoLeg> legs) {
        if (legs.stream().anyMatch(l -> l.connected() > 0 && isVoicemail(l))) {
            return "voicemail";
        }
        int cause = legs.get(legs.size() - 1).cause();
        return NO_LINE.contains(cause) ? "blocked" : NO_ANSWER.contains(cause) ? "overflowed" : "abandoned";
    }

    private boolean isVoicemail(CiscoLeg leg) {
        return leg.lastCalled() != null && voicemail.contains(leg.lastCalled());
    }

    private static @Nullable Instant instant(long seconds) {
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    /** The minute that a file's name tells, seconds since 1970; null where it tells none. */
    private static @Nullable Long minute(String name) {
        var found = MINUTE.matcher(name);
        try {
            return found.find()
                    ? LocalDateTime.parse(found.group(1), MINUTE_FORMAT).toEpochSecond(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
