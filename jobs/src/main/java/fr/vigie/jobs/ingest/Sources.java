package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which source a file belongs to, and which files a source has. */
public final class Sources {
    private Sources() {}

    /**
     * The settings for files of a kind.
     *
     * @param source the source's name; null: canonical files that no source describes
     * @param format a format that overrides the source's; null: the source's own
     */
    public static SourceConfig settings(
            VigieConfig config, InputKind kind, @Nullable String source, @Nullable String format) {
        var all = config.block(SourcesConfig.class).all();
        var settings = source == null ? SourceConfig.canonical(kind) : all.get(source);
        if (settings == null) {
            throw UserError.usage("The source '%s' is unknown.\nThere are: %s; maybe add it to 'sources' in vigie.yaml."
                    .formatted(source, all.isEmpty() ? "none" : String.join(", ", all.keySet())));
        }
        if (settings.kind() != kind) {
            throw UserError.usage("The source '%s' holds %s, not %s."
                    .formatted(source, settings.kind().word(), kind.word()));
        }
        if (format == null
                || Format.name(settings.formatOrCanonical().getClass()).equals(format)) {
            return settings;
        }
        if (!Format.names().contains(format)) {
            throw UserError.usage(
                    "The format '%s' is unknown.%s".formatted(format, Suggestion.of(format, Format.names())));
        }
        try {
            return settings.in(Format.withoutParameters(format)
                    .orElseThrow(() ->
                            UserError.usage("The format '%s' needs parameters.\nMaybe name its source with --source."
                                    .formatted(format))));
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Fails unless every file is there, readable and not empty. */
    public static void check(List<Path> files) {
        files.forEach(file -> InputFile.of(file, Limits.usual()).check());
    }

    /** The files that a source's patterns name, in order. */
    public static GivenFiles files(Path workspace, SourceConfig settings) {
        return GivenFiles.matching(workspace, settings.files() == null ? List.of() : settings.files());
    }
}
