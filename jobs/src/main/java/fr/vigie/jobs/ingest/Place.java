package fr.vigie.jobs.ingest;

import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How the lake names a file: files of two folders are told apart, wherever the command was given, and neither a user's name
 * nor a phone number gets into the lake by a path. A number's first digits stay, with a pseudonym of the path
 * that tells it from others ({@code 0465******~1f0c9a3b.csv}).
 *
 * @param folder in the workspace relative to it ({@code .} is the workspace itself), else absolute, {@code ~} for the
 *     user's own
 * @param name without the folder
 */
public record Place(String folder, String name) implements Serializable {
    private static final int PSEUDONYM_BYTES = 4;

    /**
     * The place of a file as seen from a workspace.
     *
     * @param country whose numbers may stand in its path
     * @param names the key of pseudonyms; null where there is none, and numbers that begin alike look alike
     */
    public static Place of(Path workspace, Path file, String country, @Nullable PseudonymKey names) {
        var mask = PhoneMask.of(country);
        var folder = folder(absolute(workspace), absolute(file));
        var name = String.valueOf(file.getFileName());
        return new Place(masked(folder, folder, mask, names), masked(name, folder + "/" + name, mask, names));
    }

    /** The pseudonym is one of the whole, so that nothing else that holds the number can be found by it. */
    private static String masked(String text, String whole, PhoneMask mask, @Nullable PseudonymKey names) {
        return mask.masked(text, number -> PhoneMask.mask(number) + pseudonym(whole, names));
    }

    private static String pseudonym(String whole, @Nullable PseudonymKey names) {
        return names == null ? "" : "~" + HexFormat.of().formatHex(names.ofText(whole), 0, PSEUDONYM_BYTES);
    }

    private static String folder(Path workspace, Path file) {
        var folder = file.getParent();
        if (folder == null || folder.equals(workspace)) {
            return ".";
        }
        if (folder.startsWith(workspace)) {
            return workspace.relativize(folder).toString();
        }
        var home = Path.of(System.getProperty("user.home", ""));
        return home.isAbsolute() && home.getNameCount() > 0 && folder.startsWith(home)
                ? Path.of("~").resolve(home.relativize(folder)).toString()
                : folder.toString();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Folder and name. */
    @Override
    public String toString() {
        return folder + "/" + name;
    }
}
