package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.ingest.KeysInUse;
import fr.vigie.jobs.lake.Decisions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie keys rotate}: a new key for what is read from now on. */
@Command(
        name = "rotate",
        description = "Makes a new key; the old one is kept in keys/retired. What was read under it stays as it is.")
final class KeysRotateCommand implements Callable<Integer> {
    @ParentCommand
    KeysCommand keys = new KeysCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    AuditOptions audit = new AuditOptions();

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(keys.vigie.options, spec)) {
            var file = KeyFile.of(workspace.root());
            KeysInUse.check(workspace.lake(), RunLog.of(workspace.lake()), KeyFile.ring(file));
            var decisions = new Decisions(workspace.lake());
            var clock = Clock.systemUTC();
            var old = KeyFile.read(file);
            decisions.begin(clock.instant(), "key", old.id(), "rotate", audit.actor, null);
            var fresh = KeyFile.rotate(file);
            decisions.note(clock.instant(), "key", fresh.id(), "rotate", audit.actor, "retired=" + old.id());
            spec.commandLine()
                    .getOut()
                    .println(
                            audit.json
                                    ? Json.of(Map.of("key", fresh.id(), "retired", old.id()))
                                    : "The key %s is in use; %s is kept in keys/retired."
                                            .formatted(fresh.id(), old.id()));
            return 0;
        }
    }
}
