package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.roster.RosterDesk;
import fr.vigie.roster.Violation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie roster publish}. */
@Command(name = "publish", description = "Publishes the draft of a week if it breaks no rule; every version is kept.")
final class RosterPublishCommand implements Callable<Integer> {
    @ParentCommand
    RosterCommand roster = new RosterCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DraftWeek draft = new DraftWeek();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the audit log")
    @Nullable
    String reason;

    @Mixin
    AuditOptions audit = new AuditOptions();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(roster.options(), spec)) {
            var desk = new RosterDesk(workspace.lake(), workspace.config());
            var now = Clock.systemUTC().instant();
            var week = draft.of(desk);
            desk.draft(week);
            RosterExportCommand.files(workspace).makeFolder(week);
            boolean isNew = !desk.isPublished(week);
            var late = isNew ? desk.warnings(week, now) : List.<Violation>of();
            var published = isNew ? desk.publish(week, now, audit.actor, reason) : desk.published(week);
            var folder = RosterExportCommand.export(workspace, published);
            var out = spec.commandLine().getOut();
            if (audit.json) {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("week", week.toString());
                fields.put("version", published.version());
                fields.put("pieces", published.pieces().size());
                fields.put("published_at", published.publishedAt().toString());
                fields.put("author", published.author());
                fields.put("new", isNew);
                fields.put("folder", folder.toString());
                fields.put("warnings", RosterLines.fields(late));
                out.println(Json.of(fields));
            } else {
                late.forEach(violation -> out.println("warning: " + RosterLines.line(violation)));
                out.println("roster: version %d %s: %s"
                        .formatted(
                                published.version(),
                                isNew ? "published" : "was published already",
                                RosterLines.summary(published.pieces(), List.of(week))));
                out.println("roster: see " + folder);
            }
            return 0;
        }
    }
}
