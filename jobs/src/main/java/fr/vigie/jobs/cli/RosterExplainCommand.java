package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.roster.RosterDesk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster explain}. */
@Command(
        name = "explain",
        description = "Says why the draft of a week misses something: what contradicts what, and the least to give up.")
final class RosterExplainCommand implements Callable<Integer> {
    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DraftWeek draft = new DraftWeek();

    @Option(names = "--json", description = "prints the result as JSON, a team a line")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.read(roster.options())) {
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var words = new ConflictWords(roster.options().lang.locale());
            var out = spec.commandLine().getOut();
            for (var team : desk.explain(draft.of(desk))) {
                if (json) {
                    out.println(Json.of(words.fields(team)));
                } else {
                    words.lines(team).forEach(line -> out.println(Printable.line(line)));
                }
            }
            return 0;
        }
    }
}
