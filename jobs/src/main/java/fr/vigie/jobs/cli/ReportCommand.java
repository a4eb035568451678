package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
    Map<String, ?> more(Workspace workspace) {
        return Map.of("page", page().toString());
    }

    @Override
    void printMore(Workspace workspace, PrintWriter out) {
        out.println(page());
    }

    private Path page() {
        var page = vigie.options.lang == Language.EN ? "index.en.html" : "index.html";
        return vigie.options.workspace.resolve("reports").resolve(folder()).resolve(page);
    }

    private String folder() {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}
