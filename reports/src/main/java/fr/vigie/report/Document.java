package fr.vigie.report;

import fr.vigie.report.chart.Colour;
import fr.vigie.report.chart.Palette;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page ready to be set.
 *
 * @param identity the line under the title
 * @param facts the figures at the top
 * @param definitions what the words mean, term and explanation
 * @param unknowns what the page does not know
 */
record Document(
        Words words,
        String subtitle,
        List<Fact> identity,
        Edition edition,
        List<Fact> facts,
        List<Section> sections,
        List<Fact> definitions,
        List<String> unknowns) {

    /** Every value that a template prints is escaped, unless it is markup of our own making ({@code raw}). */
    private static final PebbleEngine ENGINE = engine();

    private static final Map<String, Colour> COLOURS = Map.of(
            "paper", Palette.PAPER,
            "tint", Palette.TINT,
            "ink", Palette.INK,
            "muted", Palette.MUTED,
            "accent", Palette.ACCENT,
            "warning", Palette.WARNING,
            "context", Palette.CONTEXT,
            "rule", Palette.RULE);

    Document {
        identity = List.copyOf(identity);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        definitions = List.copyOf(definitions);
        unknowns = List.copyOf(unknowns);
    }

    private static PebbleEngine engine() {
        var loader = new ClasspathLoader(Document.class.getClassLoader());
        loader.setPrefix("fr/vigie/report");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    String html() {
        var values = Map.<String, Object>of(
                "title",
                words.text("title"),
                "subtitle",
                subtitle,
                "audience",
                words.text("audience"),
                "identity",
                identity,
                "edition",
                edition,
                "sources",
                sources(),
                "document",
                this,
                "labels",
                labels());
        return set("page", words, values);
    }

    /** A template with its values; colours are always known. */
    static String set(String template, Words words, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("colours", COLOURS);
        all.put("lang", words.locale().getLanguage());
        var out = new StringWriter();
        try {
            ENGINE.getTemplate(template).evaluate(out, all, words.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The tables behind the page, each with the run that wrote it. */
    private List<Fact> sources() {
        return edition.sources().stream()
                .map(source -> new Fact(words.name("source", source.table()), source.runId(), ""))
                .toList();
    }

    private Map<String, String> labels() {
        return Map.of(
                "contents", words.text("labels.contents"),
                "facts", words.text("labels.facts"),
                "definitions", words.text("labels.definitions"),
                "unknowns", words.text("labels.unknowns"),
                "sources", words.text("labels.sources"),
                "no-sources", words.text("labels.no-sources"),
                "downloads", words.text("labels.downloads"),
                "translation", words.text("labels.translation"),
                "excuses", words.text("labels.excuses"),
                "actions", words.text("labels.actions"));
    }
}
