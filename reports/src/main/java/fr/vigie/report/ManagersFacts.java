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
            var days = DayLoad.of(view.expected(), view.totals());
            facts.add(week(days, view, words));
            facts.add(peak(days, words));
        }
        if (!view.needs().isEmpty()) {
            facts.add(need(view.needs(), words));
        }
        AccuracySection.ofTheWeek(view).ifPresent(score -> facts.add(accuracy(score, words)));
        if (!history.isEmpty()) {
            facts.add(service(history, view.target(), words));
        }
        return facts;
    }

    private static Fact week(List<DayLoad> days, ManagersView view, Words words) {
        return new Fact(
                words.text("fact.expected"),
                words.count(days.stream().mapToDouble(DayLoad::mean).sum()),
                view.totals().stream()
                        .filter(total -> total.days() == 7 && total.day().equals(view.week()))
                        .findFirst()
                        .map(total -> words.text(
                                "fact.expected.remark",
                                words.date(view.week()),
                                words.count(total.low80()),
                                words.count(total.high80())))
                        .orElse(words.text("fact.expected.week", words.date(view.week()))));
    }

    private static Fact peak(List<DayLoad> days, Words words) {
        var busiest =
                days.stream().max(Comparator.comparingDouble(DayLoad::mean)).orElseThrow();
        var top = busiest.busiest();
        return new Fact(
                words.text("fact.peak", words.weekday(busiest.day().getDayOfWeek())),
                words.count(busiest.mean()),
                busiest.interval()
                        .map(total -> words.text(
                                "fact.peak.remark",
                                words.count(total.low80()),
                                words.count(total.high80()),
                                words.clock(top.minute()),
                                words.band(top.mean(), top.low80(), top.high80())))
                        .orElse(words.text(
                                "fact.peak.half-hour",
                                words.clock(top.minute()),
                                words.band(top.mean(), top.low80(), top.high80()))));
    }

    /** The hours that the plan lacks and where most, or the need alone where nobody planned. */
    private static Fact need(List<Need> needs, Words words) {
        var worst = needs.stream()
                .filter(need -> need.planned().isPresent())
                .max(Comparator.comparingInt(Need::missing)
                        .thenComparing(Need::day, Comparator.reverseOrder())
                        .thenComparing(Need::minute, Comparator.reverseOrder()));
        if (worst.isEmpty()) {
            var peak = needs.stream().max(Comparator.comparingInt(Need::agents)).orElseThrow();
            return new Fact(
                    words.text("fact.need"),
                    words.text("fact.need.value", peak.agents()),
                    words.text("fact.need.remark", words.shortDay(peak.day()), words.clock(peak.minute())));
        }
        var most = worst.get();
        return new Fact(
                words.text("fact.missing"),
                words.text("hours", words.decimal(NeedSection.hours(needs, Need::missing), 1)),
                most.missing() == 0
                        ? words.text("fact.missing.none")
                        : words.text(
                                "fact.missing.remark",
                                words.shortDay(most.day()),
                                words.clock(most.minute()),
                                most.missing(),
                                most.agents()));
    }

    private static Fact accuracy(Score score, Words words) {
        var horizon = words.name("horizon", score.horizon());
        return new Fact(
                words.text("fact.accuracy"),
                words.percent(score.wape().orElseThrow()),
                score.coverage80().isPresent()
                        ? words.text(
                                "fact.accuracy.coverage",
                                horizon,
                                words.percent(score.coverage80().getAsDouble(), 0))
                        : words.text("fact.accuracy.remark", horizon));
    }

    private static Fact service(History history, ServiceTarget target, Words words) {
        var weeks = history.byWeek();
        var last = weeks.get(weeks.size() - 1);
        return new Fact(
                words.text("fact.service"),
                words.percent(last.sums().serviceLevel()),
                words.text(
                        "fact.service.remark",
                        words.percent(target.share(), 0),
                        words.count(target.withinSeconds()),
                        words.dayAndMonth(last.of())));
    }
}
