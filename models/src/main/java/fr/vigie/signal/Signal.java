package fr.vigie.signal;

import fr.vigie.input.ObservationKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a practice may begin to do, told from chance, from holidays and from what all practices do.
 *
 * <p>The permitted records are the signals there are; their components are their parameters; a signal's name is its
 * class's, in kebab case.
 */
public sealed interface Signal permits RateSignal, WindDown {
    /** Whose weeks it reads. */
    Level level();

    /** The excuses that take a week out of the comparison. */
    Set<Excuse> excuses();

    /** What an operator who noticed the same would have written down. */
    Set<ObservationKind> noticedAs();

    /**
     * Reads a network.
     *
     * @param network histories of practices and doctors; those of another level are passed over
     * @return a reading for every week from the one on at which the baseline is known, history by history, in order
     */
    List<SignalReading> read(List<PracticeHistory> network);

    /** The name in configuration, command line and tables, e.g. {@code wind-down}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
