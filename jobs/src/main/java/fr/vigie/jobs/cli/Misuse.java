package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.Suggestion;
import fr.vigie.privacy.PhoneMask;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words of who typed it. */
final class Misuse {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;
    private static final int LONGEST_WORD = 60;

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    private Misuse() {}

    /** One sentence about the mistake, and one about what was meant where it can be guessed. */
    static String explain(ParameterException mistake) {
        // A required option that is mistyped is missing too.
        var unmatched = mistake instanceof UnmatchedArgumentException those
                ? those.getUnmatched()
                : mistake.getCommandLine().getUnmatchedArguments();
        if (!unmatched.isEmpty()) {
            return unknown(mistake.getCommandLine(), unmatched);
        }
        if (mistake.getCause() != null && mistake.getArgSpec() != null && mistake.getValue() != null) {
            return refused(mistake.getArgSpec(), mistake.getValue());
        }
        return String.valueOf(mistake.getMessage());
    }

    private static String unknown(CommandLine command, List<String> unmatched) {
        var name = command.getCommandSpec().qualifiedName();
        var commands = commandsOf(command);
        var first = commands.isEmpty()
                ? unmatched.get(0)
                : unmatched.stream().filter(w -> !w.startsWith("-")).findFirst().orElse(unmatched.get(0));
        if (first.startsWith("-")) {
            var option = first.split("=", 2)[0];
            var options = command.getCommandSpec().optionsMap().keySet();
            return "'%s' is no option of '%s'.%s"
                    .formatted(
                            shown(option),
                            name,
                            Suggestion.near(option, options).orElse(""));
        }
        return commands.isEmpty()
                ? "'%s' is one word more than '%s' takes.".formatted(shown(first), name)
                : "'%s' is no command of '%s'.%s".formatted(shown(first), name, Suggestion.of(first, commands));
    }

    /** All of them, also where only the ones that were named are built. */
    private static Collection<String> commandsOf(CommandLine command) {
        if (command.getCommand() instanceof Vigie) {
            return NamedCommands.names(Vigie.COMMANDS);
        }
        return command.getCommand() instanceof CalcCommand
                ? NamedCommands.names(CalcCommand.TOOLS)
                : command.getSubcommands().keySet();
    }

    private static String refused(ArgSpec argument, String value) {
        var types = argument.auxiliaryTypes();
        var type = types[types.length - 1];
        var name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        if (type.isEnum()) {
            var words = Arrays.stream(type.getEnumConstants())
                    .map(each -> word((Enum<?>) each))
                    .toList();
            return "'%s' is nothing that %s can be.%s".formatted(shown(value), name, Suggestion.of(value, words));
        }
        return "'%s' is nothing that %s can be: it takes %s.".formatted(shown(value), name, expected(type, value));
    }

    private static String expected(Class<?> type, String value) {
        if (type == int.class || type == Integer.class) {
            return "a whole number" + (DIGITS.matcher(value).matches() ? " of at most " + Integer.MAX_VALUE : "");
        }
        if (type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number such as 0.8";
        }
        if (type == LocalDate.class) {
            return "a day of the years %d to %d such as 2026-03-31".formatted(EARLIEST, LATEST);
        }
        if (type == LocalTime.class) {
            return "a time of day such as 08:30";
        }
        return type == Path.class ? "the name of a file or folder" : "no value";
    }

    private static String shown(String word) {
        // Who names a caller's number does not want it in a log.
        var masked = PhoneMask.maskIn(word);
        return masked.length() > LONGEST_WORD ? masked.substring(0, LONGEST_WORD) + "…" : masked;
    }

    /** A constant's name as it is typed: in kebab-case. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the constants of an enum whose names have several words. */
    static <E extends Enum<E>> ITypeConverter<E> words(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(text));
    }

    /** Reads the name of a file or folder; none is no name. */
    static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(text);
        }
        return Path.of(text);
    }

    /** Reads a finite number. */
    static double number(String text) {
        double number = PlainCsv.parsed(text);
        if (!Double.isFinite(number)) {
            throw new TypeConversionException(text);
        }
        return number;
    }

    /** Reads a day of the years that people plan and look back on: sums of days stay within the calendar. */
    static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw new TypeConversionException(text);
        }
        return day;
    }
}
