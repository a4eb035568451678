package fr.vigie.queuelog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: {@code epoch|callid|queue|agent|EVENT|parameters}.
 *
 * <p>The epoch is in UTC seconds: the log has no trouble with clock changes. Nothing is quoted: a {@code |} within a
 * parameter divides it. Hence the figures of a transfer are counted from the end of the line.
 *
 * @param file the file's place among those read together, from 0
 * @param number the line's number, from 1
 * @param epoch UTC seconds; of the line before where the line has none
 * @param callId the caller's channel, or a word such as NONE
 * @param queue the queue's name, or NONE
 * @param agent the agent's name or interface, or NONE
 * @param name the event as written
 * @param event the event; null where it is none that is known
 * @param parameters what follows the event
 * @param fault why the line cannot be used; null where it can
 */
public record QueueLogLine(
        int file,
        long number,
        long epoch,
        String callId,
        String queue,
        String agent,
        String name,
        @Nullable QueueLogEvent event,
        List<String> parameters,
        @Nullable Fault fault) {

    private static final String NOBODY = "NONE";
    private static final int FIELDS = 5;
    private static final long EARLIEST = Instant.parse("1980-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    public QueueLogLine {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads a line.
     *
     * @param epochBefore the epoch of the line before, for a line that has none
     */
    public static QueueLogLine parse(int file, long number, String text, long epochBefore) {
        var fields = text.split("\\|", -1);
        if (fields.length < FIELDS || fields[4].isBlank()) {
            return unusable(file, number, epochBefore, new Fault("malformed-line", "'" + text + "'"));
        }
        var epoch = seconds(fields[0]);
        if (epoch.isEmpty()) {
            return unusable(file, number, epochBefore, new Fault("bad-value", "'" + fields[0] + "' is not an epoch"));
        }
        if (epoch.getAsLong() < EARLIEST || epoch.getAsLong() >= LATEST) {
            return unusable(file, number, epochBefore, new Fault("implausible-time", "epoch " + fields[0]));
        }
        for (int i = 1; i < FIELDS; i++) {
            if (fields[i].indexOf('\uFFFD') >= 0) {
                return unusable(file, number, epochBefore, new Fault("not-utf-8", "'" + fields[i] + "'"));
            }
        }
        return new QueueLogLine(
                file,
                number,
                epoch.getAsLong(),
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                QueueLogEvent.of(fields[4]).orElse(null),
                Arrays.asList(fields).subList(FIELDS, fields.length),
                null);
    }

    /** A line that cannot be used. */
    public static QueueLogLine unusable(int file, long number, long epochBefore, Fault fault) {
        return new QueueLogLine(file, number, epochBefore, "", "", "", "", null, List.of(), fault);
    }

    /** A parameter, from 0; null where it is empty or absent. */
    @Nullable
    String parameter(int index) {
        return index < 0 || index >= parameters.size() || parameters.get(index).isEmpty()
                ? null
                : parameters.get(index);
    }

    /** A parameter in whole seconds; empty where it is none. */
    OptionalLong parameterSeconds(int index) {
        var text = parameter(index);
        return text == null ? OptionalLong.empty() : seconds(text);
    }

    /** How long the caller had waited, at an exit. */
    OptionalLong waitSeconds() {
        return event == null
                ? OptionalLong.empty()
                : switch (event) {
                    case COMPLETEAGENT, COMPLETECALLER -> parameterSeconds(0);
                    case TRANSFER, BLINDTRANSFER -> parameterSeconds(2);
                    case ATTENDEDTRANSFER -> parameterSeconds(parameters.size() - 3);
                    case ABANDON, EXITWITHTIMEOUT, EXITEMPTY, WITHDRAW -> parameterSeconds(2);
                    case EXITWITHKEY -> parameterSeconds(3);
                    default -> OptionalLong.empty();
                };
    }

    /** How long the agent and the caller talked, at the end of an answered call. */
    OptionalLong talkSeconds() {
        return event == null
                ? OptionalLong.empty()
                : switch (event) {
                    case COMPLETEAGENT, COMPLETECALLER -> parameterSeconds(1);
                    case TRANSFER, BLINDTRANSFER -> parameterSeconds(3);
                    case ATTENDEDTRANSFER -> parameterSeconds(parameters.size() - 2);
                    default -> OptionalLong.empty();
                };
    }

    /** Who took part: the name's part after the last {@code /}, without a local channel's options. */
    Optional<String> person() {
        var name = agent.endsWith("/n") ? agent.substring(0, agent.length() - 2) : agent;
        name = name.substring(name.lastIndexOf('/') + 1).strip();
        return name.isEmpty() || name.equals(NOBODY) ? Optional.empty() : Optional.of(name);
    }

    private static OptionalLong seconds(String text) {
        if (text.isEmpty() || text.length() > 12 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
