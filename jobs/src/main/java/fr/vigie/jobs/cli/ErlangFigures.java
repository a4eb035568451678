package fr.vigie.jobs.cli;

import com.fasterxml.jackson.core.JsonFactory;
import fr.vigie.staffing.QueuePerformance;
import fr.vigie.staffing.ServiceLevel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code calc erlang}, for a program or a person.
 *
 * @param model the model's letter
 * @param performance what callers live through
 * @param measure what the service level is
 * @param scheduled agents to schedule, with shrinkage
 */
record ErlangFigures(String model, QueuePerformance performance, ServiceLevel measure, int scheduled) {

    /** One object; what the model does not have is null. */
    void writeJson(PrintWriter out) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("model", model);
            for (var figure : figures().entrySet()) {
                json.writeFieldName(figure.getKey());
                if (figure.getValue() instanceof Integer whole) {
                    json.writeNumber(whole);
                } else if (figure.getValue() instanceof Double number) {
                    json.writeNumber(number);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }

    /** A figure a line, with its name and unit; what the model does not have is left out. */
    void writeText(PrintWriter out, Locale language) {
        var words = ResourceBundle.getBundle(
                "fr.vigie.jobs.cli.erlang",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        figures().forEach((key, value) -> {
            if (value instanceof Integer whole) {
                out.println(String.format(language, "%-44s %10d", words.getString(key), whole));
            } else if (value instanceof Double number) {
                boolean share = !key.endsWith("_seconds") && !key.endsWith("_erlangs");
                out.println(String.format(
                        language,
                        share ? "%-44s %10.2f %%" : "%-44s %10.2f",
                        words.getString(key),
                        share ? 100 * number : number));
            }
        });
    }

    private Map<String, @Nullable Number> figures() {
        var figures = new LinkedHashMap<String, @Nullable Number>();
        figures.put("offered_erlangs", performance.offeredErlangs());
        figures.put("agents", performance.agents());
        figures.put("occupancy", performance.occupancy());
        figures.put("probability_of_wait", performance.probabilityOfWait());
        figures.put("blocking", performance.blocking());
        figures.put("service_level", performance.serviceLevel(measure));
        figures.put("asa_seconds", performance.asaSeconds());
        figures.put("mean_wait_seconds", performance.meanWaitSeconds());
        figures.put("abandonment", performance.abandonment());
        figures.put("scheduled_agents", scheduled);
        return figures;
    }
}
