package fr.vigie.report;

import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Influence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What moved the forecast of a week, in words: {@code Lundi après un jour férié : +31 %}. */
final class EffectSentences {
    /** What lifts or lowers this many days of a week is said of the week. */
    private static final int MOST_OF_A_WEEK = 4;

    private EffectSentences() {}

    /** A sentence for each day or, where an influence lasts, for the week; less than one per cent is not worth one. */
    static List<String> of(List<DayEffect> effects, Words words) {
        var byInfluence = new EnumMap<Influence, List<DayEffect>>(Influence.class);
        effects.forEach(effect -> byInfluence
                .computeIfAbsent(effect.influence(), influence -> new ArrayList<>())
                .add(effect));
        return byInfluence.entrySet().stream()
                .flatMap(entry -> sentences(entry, words).stream())
                .toList();
    }

    private static List<String> sentences(Map.Entry<Influence, List<DayEffect>> effects, Words words) {
        var found = effects.getValue();
        if (found.size() >= MOST_OF_A_WEEK) {
            double mean = found.stream().mapToDouble(DayEffect::ratio).average().orElseThrow();
            return sentence(words.text("effect.week"), effects.getKey(), mean, words);
        }
        return found.stream()
                .flatMap(effect ->
                        sentence(words.weekday(effect.day().getDayOfWeek()), effects.getKey(), effect.ratio(), words)
                                .stream())
                .toList();
    }

    private static List<String> sentence(String when, Influence influence, double ratio, Words words) {
        long percent = Math.round(100 * ratio);
        var start = when.substring(0, 1).toUpperCase(words.locale()) + when.substring(1);
        return percent == 0
                ? List.of()
                : List.of(words.text("effect." + influence.label(), start, words.signed(percent)));
    }
}
