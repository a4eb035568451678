package fr.vigie.report;

import fr.vigie.signal.AlertState;
import fr.vigie.signal.SignalReading;
import java.util.Locale;

/** What signals and alerts say, in words: how much of how many, since when, against what. */
public final class SignalSentences {
    private final Words words;

    /** The sentences of a language: English for an English locale, French for any other. */
    public SignalSentences(Locale language) {
        words = new Words(language, "signals");
    }

    /**
     * A deviation in a sentence, e.g. "Le cabinet P017 refuse ou laisse sans réponse 38 % des transferts (19 sur 50)
     * depuis le 2 mars 2026, contre 6 % auparavant (cabinets comparables : 8 %)."
     *
     * @param reading one that deviates: it has a first day
     * @param noticed how often operators noticed the same, at least 0
     */
    public String of(SignalReading reading, int noticed) {
        var since = reading.since();
        if (since == null) {
            throw new IllegalArgumentException("Nothing is on at practice %s on %s that could be told."
                    .formatted(reading.practiceId(), reading.asOf()));
        }
        var unit = SignalUnit.of(reading.signal());
        var sentence = words.text(
                reading.signal(),
                reading.practiceId(),
                words.percent(reading.rate(), 0),
                words.count(unit.told(reading.observed().numerator())),
                words.count(unit.told(reading.observed().denominator())),
                words.date(since),
                words.percent(reading.baseline(), 0),
                peers(reading));
        return noticed == 0 ? sentence : sentence + " " + words.text("noticed", noticed);
    }

    private String peers(SignalReading reading) {
        return Double.isNaN(reading.peers())
                ? ""
                : words.text("peers." + reading.signal(), words.percent(reading.peers(), 0));
    }

    /** How far people are with an alert, in a word. */
    public String state(AlertState state) {
        return words.text("list.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** That there is nothing to list. */
    public String noAlerts() {
        return words.text("list.empty");
    }
}
