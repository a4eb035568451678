package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How files are written: turns them into raw records under the canonical column names.
 *
 * <p>A new format is a record here: its components are its parameters, written in {@code vigie.yaml} under the
 * kebab-case of its name.
 */
public sealed interface Format extends Serializable
        permits VigieCsv,
                Delimited,
                AsteriskQueueLog,
                AsteriskCdr,
                FreeswitchCsv,
                FreeswitchJson,
                CiscoCucm,
                AmazonConnect,
                GenesysCloud,
                VigieParquet,
                Icalendar {

    /**
     * Reads the raw records of files, lazily.
     *
     * @param files one file; all files of an ingest, in order of their paths, where {@link #joinsFiles} says so
     * @throws BadFile when a file as a whole cannot be used
     */
    Records read(List<InputFile> files, Wanted wanted);

    /** The kinds of input that files of this format hold. */
    default Set<InputKind> kinds() {
        return EnumSet.allOf(InputKind.class);
    }

    /** Whether what belongs together may stand in several files, such as a log and its rotated parts. */
    default boolean joinsFiles() {
        return false;
    }

    /**
     * Refuses parameters that cannot give what is wanted.
     *
     * @throws IllegalArgumentException when they cannot, with one line that says why
     */
    default void check(Wanted wanted) {
        if (!kinds().contains(wanted.kind())) {
            throw new IllegalArgumentException("The format '%s' holds no %s."
                    .formatted(name(getClass()), wanted.kind().word()));
        }
    }

    /** The columns of a file that the format drops, to be named in a warning. */
    default List<String> dropped(InputFile file, Wanted wanted) {
        return List.of();
    }

    /** What else is to be said of a file before it is read, a line each, without its name. */
    default List<String> remarks(InputFile file) {
        return List.of();
    }

    /** The name in configuration and command line. */
    static String name(Class<?> format) {
        return format.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The format of that name, where none of its parameters is needed. */
    static Optional<Format> withoutParameters(String name) {
        return Arrays.stream(Format.class.getPermittedSubclasses())
                .filter(c -> name(c).equals(name)
                        && Arrays.stream(c.getRecordComponents()).allMatch(Format::mayBeAbsent))
                .map(Format::made)
                .findFirst();
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Format made(Class<?> format) {
        var components = format.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Format) format.getConstructor(types).newInstance(new Object[components.length]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A format is a public record.", e);
        }
    }

    /** The names of all formats. */
    static List<String> names() {
        return Arrays.stream(Format.class.getPermittedSubclasses())
                .map(Format::name)
                .toList();
    }
}
