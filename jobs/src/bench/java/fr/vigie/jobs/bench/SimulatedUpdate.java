package fr.vigie.jobs.bench;

import fr.vigie.calendar.SpecialDay;
import fr.vigie.forecast.DayUpdate;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.Outlook;
import java.util.Locale;
import org.apache.commons.math3.random.Well19937c;

/** What a morning's calls are worth: on days as they came, and on days that a shock lifted or lowered. */
final class SimulatedUpdate {
    private static final int DAYS = 84;
    private static final int TEN_O_CLOCK = 20;
    private static final int WEEKS_OF_HISTORY = 26;

    private final SimulatedService service;

    SimulatedUpdate(SimulatedService service) {
        this.service = service;
    }

    void run() {
        System.out.println("Update at ten o'clock, last 12 weeks: WAPE of the rest of the day, network, half-hours");
        System.out.println("days                  before   after");
        for (double shock : new double[] {1, 1.2, 1.4, 0.7}) {
            var rest = new Rest();
            var random = new Well19937c(9);
            for (int back = 1; back <= DAYS; back++) {
                var day = SimulatedService.UNTIL.minusDays(back);
                int today = service.indexOf(day);
                if (service.isOpen(today + TEN_O_CLOCK) && service.almanac().kind(day) == SpecialDay.ORDINARY) {
                    update(today, service.indexOf(day.plusDays(1)), shock, random, rest);
                }
            }
            rest.print(shock);
        }
    }

    /** Calls and absolute errors of the rests of days. */
    private static final class Rest {
        private double calls;
        private double before;
        private double after;

        void add(double came, double expected, double updated) {
            calls += came;
            before += Math.abs(came - expected);
            after += Math.abs(came - updated);
        }

        void print(double shock) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %6.2f %% %6.2f %%%n",
                    shock == 1 ? "as they came" : "calls times " + shock,
                    100 * before / calls,
                    100 * after / calls);
        }
    }

    private void update(int today, int tomorrow, double shock, Well19937c random, Rest rest) {
        int now = today + TEN_O_CLOCK;
        var came = new double[tomorrow - today];
        var before = new double[came.length];
        var after = new double[came.length];
        for (int g = 0; g < SimulatedService.GROUPS; g++) {
            int group = g;
            var history = service.calls(p -> p % SimulatedService.GROUPS == group);
            int from = today - WEEKS_OF_HISTORY * service.timeline().slotsPerWeek();
            var outlook = Outlook.of(service.series(history, from, today), service.almanac());
            var expected = new HourOfWeekRegression().means(outlook, today, came.length);
            double morning = 0;
            double due = 0;
            for (int h = 0; h < came.length; h++) {
                double calls = shocked(history[today + h], shock, random);
                came[h] += calls;
                morning += today + h < now ? calls : 0;
                due += today + h < now ? expected[h] : 0;
            }
            double factor = DayUpdate.learn(outlook, today, now).factor(morning, due);
            for (int h = 0; h < came.length; h++) {
                before[h] += expected[h];
                after[h] += factor * expected[h];
            }
        }
        for (int h = now - today; h < came.length; h++) {
            rest.add(came[h], before[h], after[h]);
        }
    }

    /** Some calls more, by chance, or some fewer. */
    private static double shocked(double calls, double shock, Well19937c random) {
        if (shock >= 1) {
            return calls + Scatter.poisson((shock - 1) * calls, random);
        }
        double kept = 0;
        for (int c = 0; c < calls; c++) {
            kept += random.nextDouble() < shock ? 1 : 0;
        }
        return kept;
    }
}
