package fr.vigie.report;

import java.util.List;

/**
 * What the need rests on and what it leaves room for.
 *
 * @param promises of contracts, a line per practice
 * @param callers how long they wait and whether they call again
 * @param work beside calls, fitted into the quiet hours, in order of groups and time
 * @param outOfReach what as many operators as there may be cannot keep, in order of groups and time
 */
public record Grounds(
        List<PracticePromise> promises,
        List<CallerFigure> callers,
        List<SideWorkInterval> work,
        List<BrokenPromise> outOfReach) {
    /** Nothing is known. */
    public static final Grounds UNKNOWN = new Grounds(List.of(), List.of(), List.of(), List.of());

    public Grounds {
        promises = List.copyOf(promises);
        callers = List.copyOf(callers);
        work = List.copyOf(work);
        outOfReach = List.copyOf(outOfReach);
    }
}
