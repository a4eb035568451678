package fr.vigie.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An interval of a team's plan.
 *
 * @param team who answers
 * @param startsAt its start on the service's clock
 * @param minutes its length, at least 1
 * @param streams the calls by kind; none: nobody calls
 * @param patienceSeconds callers' mean patience, seconds, above 0
 * @param agents operators on the phone; null: as many as the promises need
 * @param offPhone operators paid who do not answer, because the time is protected; null: it is not
 */
public record PlannedInterval(
        String team,
        LocalDateTime startsAt,
        int minutes,
        List<CallStream> streams,
        double patienceSeconds,
        @Nullable Integer agents,
        @Nullable OffPhone offPhone) {
    /**
     * Operators paid who do not answer.
     *
     * @param present how many are there
     * @param needed how many the promises would need if the time were not protected
     */
    public record OffPhone(int present, int needed) {
        OffPhone staffedWith(int others) {
            return new OffPhone(others, needed);
        }
    }

    public PlannedInterval {
        streams = List.copyOf(streams);
        Check.positive("length of an interval in minutes", minutes);
        Check.positive("mean patience", patienceSeconds);
        if (agents != null) {
            Check.notNegative("number of operators", agents);
        }
    }

    /** An interval in which every operator present answers. */
    public PlannedInterval(
            String team,
            LocalDateTime startsAt,
            int minutes,
            List<CallStream> streams,
            double patienceSeconds,
            @Nullable Integer agents) {
        this(team, startsAt, minutes, streams, patienceSeconds, agents, null);
    }

    LocalDateTime endsAt() {
        return startsAt.plusMinutes(minutes);
    }

    double hours() {
        return minutes / 60.0;
    }

    /** Expected calls of all kinds. */
    public double calls() {
        return streams.stream().mapToDouble(CallStream::calls).sum();
    }

    /** Hours of handling that these bring. */
    double handlingHours() {
        return streams.stream().mapToDouble(CallStream::handlingSeconds).sum() / 3600;
    }

    /** Whether operators are kept off the phone. */
    boolean isProtected() {
        return offPhone != null;
    }

    PlannedInterval with(List<CallStream> others) {
        return new PlannedInterval(team, startsAt, minutes, others, patienceSeconds, agents, offPhone);
    }

    PlannedInterval map(UnaryOperator<CallStream> change) {
        return with(streams.stream().map(change).toList());
    }

    /** With further calls; those of a kind and handling time that is there already join it. */
    PlannedInterval plus(List<CallStream> further) {
        var together = new LinkedHashMap<List<Object>, CallStream>();
        var all = new ArrayList<>(streams);
        all.addAll(further);
        all.forEach(stream -> together.merge(
                List.of(stream.kind(), stream.ahtSeconds()),
                stream,
                (a, b) -> new CallStream(a.kind(), a.calls() + b.calls(), a.ahtSeconds())));
        return with(List.copyOf(together.values()));
    }

    PlannedInterval staffedWith(int present) {
        return new PlannedInterval(team, startsAt, minutes, streams, patienceSeconds, present, offPhone);
    }

    /** Operators who are there, on the phone or kept off it. */
    int present() {
        return offPhone == null ? Objects.requireNonNull(agents, "operators present") : offPhone.present();
    }

    /** The same with others there, on the phone or kept off it. */
    PlannedInterval withPresent(int others) {
        return offPhone == null
                ? staffedWith(others)
                : new PlannedInterval(
                        team, startsAt, minutes, streams, patienceSeconds, agents, offPhone.staffedWith(others));
    }

    /**
     * Nobody answers and nobody gets through; who is present stays.
     *
     * @param needed how many the promises would need if somebody did
     */
    PlannedInterval protectedFromCalls(int needed) {
        return isProtected()
                ? this
                : new PlannedInterval(
                        team, startsAt, minutes, List.of(), patienceSeconds, 0, new OffPhone(present(), needed));
    }
}
