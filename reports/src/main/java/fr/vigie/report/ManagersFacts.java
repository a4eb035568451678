package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The figures at the top of the managers' page; one that is not known is left out. */
final class ManagersFacts {
    private ManagersFacts() {}

    static List<Fact> of(ManagersView view, History history, Words words) {
        var facts = new ArrayList<Fact>();
        if (!view.expected().isEmpty()) {
            addLoad(facts, view, words);
        }
        var gaps = view.needs().stream().filter(need -> need.gap().isPresent()).toList();
        if (!gaps.isEmpty()) {
            var missing = gaps.stream()
                    .filter(need -> need.gap().orElseThrow() < 0)
                    .mapToInt(need -> -need.gap().orElseThrow())
                    .sum();
            facts.add(new Fact(
                    words.text("fact.missing"),
                    words.text("hours", words.decimal(missing / 2.0, 1)),
                    words.text("fact.missing.remark")));
        }
        if (!history.isEmpty()) {
            var weeks = history.byWeek();
            var target = view.target();
            var last = weeks.get(weeks.size() - 1);
            facts.add(new Fact(
                    words.text("fact.service"),
                    words.percent(last.sums().serviceLevel()),
                    words.text(
                            "fact.service.remark",
                            words.percent(target.share(), 0),
                            words.count(target.withinSeconds()),
                            words.dayAndMonth(last.of()))));
        }
        AccuracySection.inUse(view)
                .ifPresent(score -> facts.add(new Fact(
                        words.text("fact.accuracy"),
                        words.percent(score.wape().orElseThrow()),
                        words.text("fact.accuracy.remark", words.name("horizon", score.horizon())))));
        return facts;
    }

    private static void addLoad(List<Fact> facts, ManagersView view, Words words) {
        var days = DayLoad.of(view.expected());
        facts.add(new Fact(
                words.text("fact.expected"),
                words.count(days.stream().mapToDouble(DayLoad::mean).sum()),
                words.text("fact.expected.remark", words.date(view.week()))));
        var busiest = view.expected().stream()
                .max(Comparator.comparingDouble(ExpectedLoad::mean))
                .orElseThrow();
        facts.add(new Fact(
                words.text("fact.busiest"),
                words.text("fact.busiest.value", words.shortDay(busiest.day()), words.clock(busiest.minute())),
                words.text(
                        "fact.busiest.remark",
                        words.mean(busiest.mean()),
                        words.mean(busiest.low80()),
                        words.mean(busiest.high80()))));
    }
}
