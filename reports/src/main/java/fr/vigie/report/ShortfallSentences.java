package fr.vigie.report;

import fr.vigie.shortfall.Factor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Why a service level was not the one promised, in words. */
public final class ShortfallSentences {
    private static final double SHOWN = 0.0005;

    private final Words words;

    /** The sentences of a language: English for an English locale, French for any other. */
    public ShortfallSentences(Locale language) {
        this(new Words(language, "managers"));
    }

    ShortfallSentences(Words words) {
        this.words = words;
    }

    /** The gap in a sentence. */
    public String gap(MissedTarget missed) {
        return words.text(
                "missed.gap",
                words.day(missed.day()),
                words.percent(missed.seen()),
                words.percent(missed.promised()),
                points(missed.seen() - missed.promised()),
                words.percent(missed.target(), 0));
    }

    /** A sentence a cause that moved the service level, the strongest first. */
    public List<String> causes(MissedTarget missed) {
        return Arrays.stream(Factor.values())
                .filter(factor -> Math.abs(missed.added(factor)) >= SHOWN)
                .sorted(Comparator.comparingDouble(factor -> -Math.abs(missed.added(factor))))
                .map(factor -> words.text(
                        "missed." + factor.word(),
                        points(missed.added(factor)),
                        planned(factor, missed),
                        seen(factor, missed)))
                .toList();
    }

    /** What must be known before the causes are trusted; empty where nothing. */
    public String caution(MissedTarget missed) {
        return missed.presenceKnown() ? "" : words.text("missed.no-presence");
    }

    /** The name of a part of the day. */
    String part(MissedTarget missed) {
        return words.name("missed.part", missed.part());
    }

    /** {@code −6,2 points}. */
    String points(double share) {
        double rounded = Math.round(share * 1000) / 10.0;
        return words.text(
                "missed.points",
                (rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "") + words.decimal(Math.abs(rounded), 1));
    }

    private String planned(Factor factor, MissedTarget missed) {
        return switch (factor) {
            case VOLUME -> words.count(missed.plannedCalls());
            case HANDLING_TIME -> words.seconds(missed.plannedAhtSeconds());
            default -> "";
        };
    }

    private String seen(Factor factor, MissedTarget missed) {
        return switch (factor) {
            case VOLUME -> words.count(missed.calls());
            case HANDLING_TIME -> words.seconds(missed.ahtSeconds());
            case ABSENCE -> words.decimal(missed.absentHours(), 1);
            case ADHERENCE -> words.decimal(missed.offPhoneHours(), 1);
            case REST -> "";
        };
    }
}
