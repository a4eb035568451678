package fr.vigie.report;

import fr.vigie.forecast.DayEffect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a manager of the service needs to know about the week to come. Every list may be empty: the page then says what
 * is missing.
 *
 * @param scope the lines shown: the network or a planning group
 * @param target what the service promises
 * @param week first day of the week to come
 * @param demand which calls {@code expected} counts
 * @param expected half-hours to come, in order
 * @param totals how sure the sums of days and of the week are
 * @param effects why days to come differ from what their weekday usually brings, in order of days
 * @param footings practices that are forecast without calls of their own or not at all, in order
 * @param places what the forecast says of groups, practices and territories
 * @param past half-hours that were open, in order, over the edition's period
 * @param needs half-hours to come per planning group, in order
 * @param scores of every model, whichever won
 * @param model the model behind {@code expected}
 * @param roster pieces of the shifts proposed for the week
 * @param people what there is to say of the operators as a team
 * @param scenarios the week as it is, and what changes would do to it
 * @param adherence planned against worked in the past weeks, in order of day and team
 * @param grounds what the need rests on and leaves room for
 */
public record ManagersView(
        Edition edition,
        String scope,
        ServiceTarget target,
        LocalDate week,
        Demand demand,
        List<ExpectedLoad> expected,
        List<ExpectedTotal> totals,
        List<DayEffect> effects,
        List<PracticeFooting> footings,
        Places places,
        List<PastLoad> past,
        List<Need> needs,
        List<Score> scores,
        Optional<String> model,
        List<ShiftPiece> roster,
        People people,
        List<ScenarioOutcome> scenarios,
        List<TeamAdherence> adherence,
        Grounds grounds) {
    public ManagersView {
        expected = List.copyOf(expected);
        totals = List.copyOf(totals);
        effects = List.copyOf(effects);
        footings = List.copyOf(footings);
        past = List.copyOf(past);
        needs = List.copyOf(needs);
        scores = List.copyOf(scores);
        roster = List.copyOf(roster);
        scenarios = List.copyOf(scenarios);
        adherence = List.copyOf(adherence);
    }

    /** The same beside a translation of that file name. */
    public ManagersView translatedIn(String file) {
        return new ManagersView(
                edition.translatedIn(file),
                scope,
                target,
                week,
                demand,
                expected,
                totals,
                effects,
                footings,
                places,
                past,
                needs,
                scores,
                model,
                roster,
                people,
                scenarios,
                adherence,
                grounds);
    }
}
