package fr.vigie.roster.benchmark;

/**
 * What a schedule costs: wishes not granted and cover missed.
 *
 * @param wishes the weights of the wishes not granted
 * @param cover the weights of people missing and too many
 */
public record Penalty(long wishes, long cover) {

    /** The penalty of a schedule, whether or not it keeps the hard rules. */
    public static Penalty of(ShiftProblem problem, Schedule schedule) {
        return new Penalty(wishes(problem, schedule), cover(problem, schedule));
    }

    /** Their sum, which the benchmark compares. */
    public long total() {
        return wishes + cover;
    }

    private static long wishes(ShiftProblem problem, Schedule schedule) {
        long sum = 0;
        for (var wish : problem.wishes()) {
            boolean works = schedule.shift(wish.staff(), wish.day()) == wish.shift();
            boolean granted = works == (wish.kind() == Wish.Kind.ON);
            sum += granted ? 0 : wish.weight();
        }
        return sum;
    }

    private static long cover(ShiftProblem problem, Schedule schedule) {
        long sum = 0;
        for (var cover : problem.covers()) {
            int people = 0;
            for (int staff = 0; staff < problem.staff().size(); staff++) {
                people += schedule.shift(staff, cover.day()) == cover.shift() ? 1 : 0;
            }
            sum += cover.penalty(people);
        }
        return sum;
    }
}
