package fr.vigie.queue;

import fr.vigie.staffing.ServiceLevel;
import java.util.function.ToDoubleFunction;

/**
 * A figure of simulated days: something counted over something else.
 *
 * @param name what it is called
 * @param over what is counted
 * @param under what it is a share or a mean of
 */
public record Figure(String name, ToDoubleFunction<Tally> over, ToDoubleFunction<Tally> under) {
    public static final Figure OFFERED = new Figure("offered", Tally::offered, day -> 1);
    public static final Figure ANSWERED = new Figure("answered", Tally::answered, Tally::offered);
    public static final Figure ABANDONMENT = new Figure("abandonment", Tally::abandoned, Tally::offered);
    public static final Figure MEAN_WAIT = new Figure("mean-wait", Tally::waitSeconds, Tally::offered);
    public static final Figure SPEED_OF_ANSWER =
            new Figure("speed-of-answer", Tally::answeredWaitSeconds, Tally::answered);
    public static final Figure SQUARED_WAIT = new Figure("squared-wait", Tally::squaredWaitSeconds, Tally::offered);
    public static final Figure QUEUE_LENGTH = new Figure("queue-length", Tally::queueSeconds, Tally::seconds);
    public static final Figure OCCUPANCY = new Figure("occupancy", Tally::busySeconds, Tally::staffedSeconds);
    public static final Figure LONGEST_RUN = new Figure("longest-run", Tally::longestRunSeconds, day -> 1);

    /** The share of callers who wait longer than that, one of the waits asked for. */
    public static Figure waitingOver(double seconds) {
        return new Figure("waiting-over-" + seconds, tally -> tally.at(seconds).over(), Tally::offered);
    }

    /** The service level by that measure; its times must be among those asked for. */
    public static Figure serviceLevel(ServiceLevel measure) {
        ToDoubleFunction<Tally> inTime =
                tally -> tally.at(measure.withinSeconds()).answeredWithin();
        String name = "service-level-" + measure.definition().word();
        return switch (measure.definition()) {
            case OFFERED -> new Figure(name, inTime, Tally::offered);
            case ANSWERED -> new Figure(name, inTime, Tally::answered);
            case VIRTUAL -> new Figure(
                    name, tally -> tally.at(measure.withinSeconds()).virtualWithin(), Tally::offered);
            case WITHOUT_SHORT -> new Figure(
                    name,
                    inTime,
                    tally -> tally.offered() - tally.at(measure.shortSeconds()).goneWithin());
        };
    }

    /** Its value; NaN where there is nothing to be a share of. */
    public double of(Tally tally) {
        return over.applyAsDouble(tally) / under.applyAsDouble(tally);
    }
}
