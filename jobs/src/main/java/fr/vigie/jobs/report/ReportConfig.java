package fr.vigie.jobs.report;

/**
 * What the pages look back on.
 *
 * @param weeks weeks of calls behind the managers' page and the calls a week of practices, 1 to 104
 */
public record ReportConfig(int weeks) {
    public ReportConfig {
        if (weeks < 1 || weeks > 104) {
            throw new IllegalArgumentException("The weeks (%d) must be 1 to 104.".formatted(weeks));
        }
    }
}
