package fr.vigie.staffing;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A promise to callers or to agents that a number of agents keeps or breaks. */
public sealed interface Target extends Serializable {

    /** The figure that is judged; null if the model does not have it or it is infinite. */
    @Nullable
    Double measured(QueuePerformance performance);

    /** Whether a figure keeps the promise. */
    boolean kept(double measured);

    /** The promise in words, e.g. {@code abandonment at most 0.05}. */
    String words();

    /** The promise's name in tables, e.g. {@code long-wait}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether a number of agents keeps the promise; a figure that is not there does not. */
    default boolean keptBy(QueuePerformance performance) {
        var measured = measured(performance);
        return measured != null && kept(measured);
    }

    /**
     * So many are answered in time.
     *
     * @param share at least this share, above 0 and below 1
     * @param measure what is a share of what
     */
    record Answered(double share, ServiceLevel measure) implements Target {
        public Answered {
            Argument.openShare(
                    "service level", share, "Maybe ask for 0.99: with random arrivals no number of agents gives 1.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.serviceLevel(measure);
        }

        @Override
        public boolean kept(double measured) {
            return measured >= share;
        }

        @Override
        public String words() {
            return "service level (%s) within %s s at least %s"
                    .formatted(
                            measure.definition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            measure.withinSeconds(),
                            share);
        }
    }

    /**
     * Answered callers wait so long on average.
     *
     * @param seconds at most this, above 0
     */
    record SpeedOfAnswer(double seconds) implements Target {
        public SpeedOfAnswer {
            Argument.positive("mean wait", seconds, "Maybe ask for a second: no number of agents gives 0.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.asaSeconds();
        }

        @Override
        public boolean kept(double measured) {
            return measured <= seconds;
        }

        @Override
        public String words() {
            return "mean wait of answered callers at most %s s".formatted(seconds);
        }
    }

    /**
     * So few hang up.
     *
     * @param share at most this share, above 0 and below 1
     */
    record Abandonment(double share) implements Target {
        public Abandonment {
            Argument.openShare("abandonment", share, "Maybe ask for 0.03: no number of agents gives 0.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.abandonment();
        }

        @Override
        public boolean kept(double measured) {
            return measured <= share;
        }

        @Override
        public String words() {
            return "abandonment at most %s".formatted(share);
        }
    }

    /**
     * So few are turned away.
     *
     * @param share at most this share, above 0 and below 1
     */
    record Blocking(double share) implements Target {
        public Blocking {
            Argument.openShare("blocking", share, "Maybe ask for 0.01: no number of agents gives 0.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.blocking();
        }

        @Override
        public boolean kept(double measured) {
            return measured <= share;
        }

        @Override
        public String words() {
            return "blocking at most %s".formatted(share);
        }
    }

    /**
     * Agents have time to breathe between calls.
     *
     * @param share at most this share of their time is handling, above 0 and below 1
     */
    record Occupancy(double share) implements Target {
        public Occupancy {
            Argument.openShare("occupancy", share, "Maybe ask for 0.85: above 0.9 operators wear out.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.occupancy();
        }

        @Override
        public boolean kept(double measured) {
            return measured <= share;
        }

        @Override
        public String words() {
            return "occupancy at most %s".formatted(share);
        }
    }

    /**
     * So few wait very long.
     *
     * @param share at most this share of all callers, above 0 and below 1
     * @param seconds what very long means
     */
    record LongWait(double share, double seconds) implements Target {
        public LongWait {
            Argument.openShare("share of long waits", share, "Maybe ask for 0.01: no number of agents gives 0.");
            Argument.notNegative("long wait", seconds, "Maybe give it in seconds, e.g. 300.");
        }

        @Override
        public @Nullable Double measured(QueuePerformance performance) {
            return performance.shareWaitingOver(seconds);
        }

        @Override
        public boolean kept(double measured) {
            return measured <= share;
        }

        @Override
        public String words() {
            return "share waiting over %s s at most %s".formatted(seconds, share);
        }
    }
}
