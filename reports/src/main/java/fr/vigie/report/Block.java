package fr.vigie.report;

import fr.vigie.report.chart.Chart;
import java.util.List;

/** A piece of a chapter; {@link #kind} names the template that sets it. */
sealed interface Block {

    String kind();

    /** A paragraph. */
    record Text(String text) implements Block {
        @Override
        public String kind() {
            return "text";
        }
    }

    /** Something that the reader must know before trusting a figure, or why there is none. */
    record Note(String text) implements Block {
        @Override
        public String kind() {
            return "note";
        }
    }

    /** Sentences, the most important first. */
    record Points(List<String> sentences) implements Block {
        public Points {
            sentences = List.copyOf(sentences);
        }

        @Override
        public String kind() {
            return "points";
        }
    }

    /** A chart or several of the same scale beside each other, with what their marks mean. */
    record Figure(String caption, List<Mark> legend, List<Panel> panels) implements Block {
        public Figure {
            legend = List.copyOf(legend);
            panels = List.copyOf(panels);
        }

        static Figure of(String caption, List<Mark> legend, Chart chart) {
            return new Figure(caption, legend, List.of(new Panel("", chart.svg())));
        }

        @Override
        public String kind() {
            return "figure";
        }
    }

    /** A chart under a heading; a figure of one chart has none. */
    record Panel(String heading, String svg) {}

    /**
     * An entry of a legend.
     *
     * @param swatch the class of the style sheet that draws it
     * @param colour its colour where the class does not say, else nothing
     */
    record Mark(String swatch, String colour, String text) {
        static Mark of(String swatch, String text) {
            return new Mark(swatch, "", text);
        }
    }

    /** A table that is always open. */
    record Table(Grid grid) implements Block {
        @Override
        public String kind() {
            return "table";
        }
    }

    /** A long table, folded until asked for; paper shows it open. */
    record FoldedTable(Grid grid) implements Block {
        @Override
        public String kind() {
            return "folded";
        }
    }

    /**
     * What is known about one alert.
     *
     * @param id its anchor
     * @param label of the sentence
     * @param remark after the sentence
     * @param grid its figures; without rows it is left out
     */
    record Card(
            String id,
            String heading,
            String state,
            String label,
            String sentence,
            String remark,
            Grid grid,
            String svg,
            String svgCaption,
            List<String> excuses,
            List<String> actions)
            implements Block {
        public Card {
            excuses = List.copyOf(excuses);
            actions = List.copyOf(actions);
        }

        @Override
        public String kind() {
            return "card";
        }
    }
}
