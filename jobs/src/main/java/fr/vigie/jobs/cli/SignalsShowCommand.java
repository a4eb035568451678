package fr.vigie.jobs.cli;

import fr.vigie.jobs.signals.AlertBook;
import fr.vigie.report.SignalSentences;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie signals show ID}. */
@Command(name = "show", description = "An alert with its evidence and what people decided.")
final class SignalsShowCommand implements Callable<Integer> {
    @ParentCommand
    SignalsCommand signals = new SignalsCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ID", description = "the alert, as 'signals list' names it")
    String id = "";

    @Override
    public Integer call() {
        var language = signals.options().lang.locale();
        var words = new SignalSentences(language);
        var out = spec.commandLine().getOut();
        try (var workspace = Workspaces.read(signals.options())) {
            var book = new AlertBook(workspace.lake());
            var versions = book.versions(id);
            out.println(SignalsListCommand.reason(versions.get(0), language));
            for (var version : versions) {
                var owner = version.owner() == null ? "" : "  " + version.owner();
                out.println(version.changedAt() + "  " + words.state(SignalsListCommand.state(version)) + owner);
            }
            for (var decision : book.decisions(id)) {
                if (decision.reason() != null) {
                    out.println(decision.actor() + ": " + decision.reason());
                }
            }
            return 0;
        }
    }
}
