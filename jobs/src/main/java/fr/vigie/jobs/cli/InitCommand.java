package fr.vigie.jobs.cli;

import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie init}: a new workspace. */
@Command(
        name = "init",
        description = "Creates a workspace: an annotated vigie.yaml, a pseudonymisation key, empty folders.")
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        create(vigie.options.workspace, vigie.options.configFile());
        spec.commandLine().getOut().println("A new workspace: " + vigie.options.workspace);
        return 0;
    }

    /** Makes whatever of a workspace is missing; fails where there is one already. */
    static void create(Path root, Path config) {
        if (Files.exists(config)) {
            throw UserError.usage(
                    "There is a workspace at %s already.\nMaybe name another one with --workspace.".formatted(root));
        }
        try {
            Files.createDirectories(root.resolve("input"));
            Files.createDirectories(root.resolve("reports"));
            if (!Files.exists(KeyFile.of(root))) {
                KeyFile.create(KeyFile.of(root));
            }
            // The configuration comes last and whole: what has one is a workspace.
            var draft = config.resolveSibling(config.getFileName() + ".new");
            Files.writeString(draft, defaults());
            Files.move(draft, config, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw UserError.failed("The workspace %s cannot be created (%s).\nMaybe its folder is read-only or full."
                    .formatted(root, e.getClass().getSimpleName()));
        }
    }

    private static String defaults() {
        return Stages.blocks().stream().map(Block::defaults).collect(Collectors.joining("\n"));
    }
}
