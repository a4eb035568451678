package fr.vigie.report.chart;

/**
 * A picture of values. Each has an identifier that is unique within its page, a title and a description for those who
 * do not see it, and says nothing by colour alone.
 */
public sealed interface Chart permits LineChart, BarChart, HeatMap, BubbleMap, Sparkline, DayStrip {

    /** One {@code svg} element, well-formed as XML and free of references to anything outside itself. */
    String svg();
}
