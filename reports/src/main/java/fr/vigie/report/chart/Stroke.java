package fr.vigie.report.chart;

/** What a line is for; each differs in dashes or width too, not by colour alone. */
public enum Stroke {
    /** The message. */
    ACCENT(2.2, ""),
    /** What the message is measured against. */
    REFERENCE(1.4, "5 3"),
    /** Everything else. */
    CONTEXT(1, "");

    private final double width;
    private final String dashes;

    Stroke(double width, String dashes) {
        this.width = width;
        this.dashes = dashes;
    }

    Colour colour() {
        return switch (this) {
            case ACCENT -> Palette.ACCENT;
            case REFERENCE -> Palette.INK;
            case CONTEXT -> Palette.CONTEXT;
        };
    }

    Element on(Element shape) {
        shape.with("fill", "none")
                .with("stroke", colour().hex())
                .with("stroke-width", width)
                .with("stroke-linejoin", "round");
        return dashes.isEmpty() ? shape : shape.with("stroke-dasharray", dashes);
    }
}
