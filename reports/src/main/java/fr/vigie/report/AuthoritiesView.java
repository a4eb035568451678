package fr.vigie.report;

import fr.vigie.territory.Figure;
import java.util.List;

/**
 * What a health authority may know: figures of territories after disclosure control. Nothing in here can hold a
 * practice, a doctor, a caller or an alert.
 *
 * @param figures every figure of every territory and period, those that are masked included
 * @param sites where communes lie
 * @param parameters what the accessibility was computed with, name and value
 */
public record AuthoritiesView(Edition edition, List<Figure> figures, List<Site> sites, List<Parameter> parameters) {
    public AuthoritiesView {
        figures = List.copyOf(figures);
        sites = List.copyOf(sites);
        parameters = List.copyOf(parameters);
    }

    /** A setting by its name in the configuration. */
    public record Parameter(String name, String value) {}
}
