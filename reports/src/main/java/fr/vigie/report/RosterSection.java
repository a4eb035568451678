package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shifts proposed for the week: a line per operator, a column per day. */
final class RosterSection {
    private RosterSection() {}

    static Section of(ManagersView view, Words words) {
        var shown = view.roster().stream()
                .filter(piece -> !piece.activity().equals("absence"))
                .toList();
        if (shown.isEmpty()) {
            return Section.empty("roster", words);
        }
        var operators = shown.stream().map(ShiftPiece::operator).distinct().count();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("roster.summary", operators, words.date(view.week()))));
        missing(view, shown, words).ifPresent(blocks::add);
        blocks.add(new Block.Table(RosterGrid.of(shown, words)));
        return Section.of("roster", words, blocks);
    }

    /** What the need would still lack; only where one team answers every call, since a roster knows no groups. */
    private static Optional<Block> missing(ManagersView view, List<ShiftPiece> roster, Words words) {
        var needs = view.needs();
        if (needs.stream().map(Need::group).distinct().count() != 1) {
            return Optional.empty();
        }
        var onCalls = new OnCalls(roster);
        var proposed = needs.stream()
                .map(need -> need.plannedBy(onCalls.at(need.day(), need.minute())))
                .toList();
        var still = words.decimal(NeedSection.hours(proposed, Need::missing), 1);
        return Optional.of(new Block.Text(
                needs.stream().allMatch(need -> need.planned().isPresent())
                        ? words.text(
                                "roster.missing.against",
                                still,
                                words.decimal(NeedSection.hours(needs, Need::missing), 1))
                        : words.text("roster.missing", still)));
    }
}
