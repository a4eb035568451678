package fr.vigie.report;

import fr.vigie.report.chart.Axis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;

/** The hours of a day along a chart. */
final class Hours {
    private Hours() {}

    /** An axis around half-hours that start at these minutes of the day, with a tick every two, three or six hours. */
    static Axis around(Collection<Integer> minutes, int atMostTicks, Words words) {
        var from = Collections.min(minutes) / 60;
        var until = (Collections.max(minutes) + 30 + 59) / 60;
        var step = 1;
        while ((until - from) / step + 1 > atMostTicks) {
            step = step < 3 ? step + 1 : step * 2;
        }
        var ticks = new ArrayList<Axis.Tick>();
        for (var hour = from; hour <= until; hour += step) {
            ticks.add(new Axis.Tick(hour * 60, words.hour(hour)));
        }
        return new Axis(from * 60, until * 60, ticks);
    }
}
