package fr.vigie.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A published roster for the wall: dated, with room for a signature (IDCC 2098 art. 32). */
public final class RosterPage {
    private RosterPage() {}

    /** A whole HTML document that loads nothing from anywhere and prints on A4, landscape. */
    public static String render(RosterView view, Locale locale, String translation) {
        var words = new Words(locale, "roster");
        var published = view.published();
        return Document.set(
                "roster",
                words,
                Map.of(
                        "title",
                        words.text("title"),
                        "subtitle",
                        words.text("subtitle", view.service(), words.date(view.week())),
                        "audience",
                        words.text("audience"),
                        "identity",
                        List.of(
                                new Fact(words.text("identity.version"), String.valueOf(view.version()), ""),
                                new Fact(
                                        words.text("identity.published"),
                                        "%s, %s"
                                                .formatted(
                                                        words.date(published.toLocalDate()),
                                                        words.clock(published.getHour() * 60 + published.getMinute())),
                                        ""),
                                new Fact(words.text("identity.author"), view.author(), "")),
                        "translation",
                        translation,
                        "block",
                        new Block.Table(RosterGrid.of(view.pieces(), words)),
                        "labels",
                        Map.of(
                                "translation", words.text("labels.translation"),
                                "legend", words.text("legend"),
                                "signature", words.text("signature"))));
    }
}
