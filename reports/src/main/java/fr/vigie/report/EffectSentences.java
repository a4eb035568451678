package fr.vigie.report;

import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Influence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What moved the forecast, in words: {@code Lundi après un jour férié : +31 %}. */
final class EffectSentences {
    /** What lifts or lowers this many days of a week is said of the week. */
    private static final int MOST_OF_A_WEEK = 4;

    private EffectSentences() {}

    /**
     * A sentence for each day of a week or, where an influence lasts, for the week; less than one per cent is not worth one.
     */
    static List<String> of(List<DayEffect> effects, Words words) {
        return sentences(effects, words.text("effect.week"), day -> words.weekday(day.getDayOfWeek()), words);
    }

    /** The same of several weeks: days are dated. */
    static List<String> byWeek(List<DayEffect> effects, DayOfWeek weekStart, Words words) {
        var weeks = new TreeMap<LocalDate, List<DayEffect>>();
        effects.forEach(effect -> weeks.computeIfAbsent(
                        effect.day().with(TemporalAdjusters.previousOrSame(weekStart)), week -> new ArrayList<>())
                .add(effect));
        return weeks.entrySet().stream()
                .flatMap(
                        each -> sentences(
                                each.getValue(),
                                words.text("effect.week-of", words.date(each.getKey())),
                                words::day,
                                words)
                                .stream())
                .toList();
    }

    private static List<String> sentences(
            List<DayEffect> effects, String week, Function<LocalDate, String> day, Words words) {
        var byInfluence = new EnumMap<Influence, List<DayEffect>>(Influence.class);
        effects.forEach(effect -> byInfluence
                .computeIfAbsent(effect.influence(), influence -> new ArrayList<>())
                .add(effect));
        return byInfluence.entrySet().stream()
                .flatMap(entry -> sentences(entry, week, day, words).stream())
                .toList();
    }

    private static List<String> sentences(
            Map.Entry<Influence, List<DayEffect>> effects, String week, Function<LocalDate, String> day, Words words) {
        var found = effects.getValue();
        if (found.size() >= MOST_OF_A_WEEK) {
            double mean = found.stream().mapToDouble(DayEffect::ratio).average().orElseThrow();
            return sentence(week, effects.getKey(), mean, words);
        }
        return found.stream()
                .flatMap(effect -> sentence(day.apply(effect.day()), effects.getKey(), effect.ratio(), words).stream())
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
