package fr.vigie.jobs.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie report managers|accounts|authorities}. */
@Command(name = "report", description = "The pages and files for an audience, in WORKSPACE/reports.")
final class ReportCommand extends StageCommand {
    /** For whom a report is written. */
    enum Audience {
        MANAGERS,
        ACCOUNTS,
        AUTHORITIES
    }

    @Parameters(paramLabel = "managers|accounts|authorities", description = "for whom")
    Audience audience = Audience.MANAGERS;

    @Override
    String noun() {
        return "report " + folder();
    }

    @Override
    public Integer call() {
        super.call();
        var page = vigie.options.lang == Language.EN ? "index.en.html" : "index.html";
        spec.commandLine()
                .getOut()
                .println(vigie.options
                        .workspace
                        .resolve("reports")
                        .resolve(folder())
                        .resolve(page));
        return 0;
    }

    private String folder() {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}
