package fr.vigie.capacity;

/**
 * Looks for the least hires: month by month, the fewest that one month's decision must add, decided as late as may be; then
 * every hire that can be left out is left out and every one that can wait waits. What remains is least in that no hire can be
 * spared or put off; it is not proven that no other plan has fewer.
 */
final class HireSearch {
    private final CapacitySimulation simulation;
    private final int months;
    private final int mostPerMonth;
    private final double mostRisk;
    private final int[] hires;
    private final double[][] state;

    HireSearch(CapacitySimulation simulation, int months, int mostPerMonth, double mostRisk) {
        this.simulation = simulation;
        this.months = months;
        this.mostPerMonth = mostPerMonth;
        this.mostRisk = mostRisk;
        hires = new int[months];
        state = simulation.state(hires);
    }

    int[] least() {
        for (int month = 0; month < months; month++) {
            if (simulation.risk(state, month) > mostRisk && !reachFromOne(month)) {
                reachFromAll(month);
            }
        }
        boolean better = true;
        while (better) {
            better = spare() | postpone();
        }
        return hires;
    }

    /** The fewest hires of one decision, the latest of these. */
    private boolean reachFromOne(int month) {
        for (int count = 1; count <= mostPerMonth; count++) {
            for (int from = month; from >= 0; from--) {
                if (hires[from] + count <= mostPerMonth && isEnough(from, count, month)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isEnough(int from, int count, int month) {
        hire(from, count);
        if (simulation.risk(state, month) <= mostRisk) {
            return true;
        }
        hire(from, -count);
        return false;
    }

    /** As many as there may be of each decision that lowers the risk, the latest first. */
    private void reachFromAll(int month) {
        for (int from = month; from >= 0; from--) {
            while (hires[from] < mostPerMonth && simulation.risk(state, month) > mostRisk) {
                double before = simulation.risk(state, month);
                int free = mostPerMonth - hires[from];
                hire(from, free);
                if (simulation.risk(state, month) >= before) {
                    hire(from, -free);
                    break;
                }
            }
        }
    }

    private void hire(int month, int count) {
        for (int i = 0; i < count; i++) {
            simulation.add(state, month, hires[month]++, 1);
        }
        for (int i = 0; i < -count; i++) {
            simulation.add(state, month, --hires[month], -1);
        }
    }

    private boolean spare() {
        boolean any = false;
        for (int month = 0; month < months; month++) {
            while (hires[month] > 0 && isAsGoodAfter(month, -1, month, 0)) {
                any = true;
            }
        }
        return any;
    }

    private boolean postpone() {
        boolean any = false;
        for (int month = months - 2; month >= 0; month--) {
            while (hires[month] > 0 && hires[month + 1] < mostPerMonth && isAsGoodAfter(month, -1, month + 1, 1)) {
                any = true;
            }
        }
        return any;
    }

    /** Makes a change for good where no month's risk passes the limit by it, nor grows where it is past it. */
    private boolean isAsGoodAfter(int month, int count, int other, int otherCount) {
        var before = simulation.risk(state);
        hire(month, count);
        hire(other, otherCount);
        var after = simulation.risk(state);
        for (int m = 0; m < months; m++) {
            if (after[m] > Math.max(mostRisk, before[m])) {
                hire(other, -otherCount);
                hire(month, -count);
                return false;
            }
        }
        return true;
    }
}
