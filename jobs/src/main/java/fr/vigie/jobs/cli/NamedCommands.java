package fr.vigie.jobs.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Builds the commands that a command line may mean: those whose names stand in it. Reading the options of all others would
 * take most of the time of a short command. Where none is named, all are known by name and description, for help.
 *
 * @param words the words of the command line
 */
record NamedCommands(Set<String> words) {

    /** Gives a command its sub-commands. */
    void addTo(CommandLine parent, List<Class<?>> commands) {
        boolean named = names(commands).stream().anyMatch(words::contains);
        for (var type : commands) {
            var command = type.getAnnotation(Command.class);
            if (words.contains(command.name())) {
                parent.addSubcommand(new CommandLine(type));
            } else if (!named) {
                var spec = CommandSpec.create().name(command.name());
                spec.usageMessage().description(command.description());
                parent.addSubcommand(spec);
            }
        }
    }

    /** The words by which commands are called. */
    static List<String> names(List<Class<?>> commands) {
        return commands.stream()
                .map(type -> type.getAnnotation(Command.class).name())
                .toList();
    }
}
