package fr.vigie.jobs.ingest;

import fr.vigie.privacy.PhoneMask;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * How the lake names a file: files of two folders are told apart, wherever the command was given, and neither a user's name
 * nor a phone number gets into the lake by a path.
 *
 * @param folder in the workspace relative to it ({@code .} is the workspace itself), else absolute, {@code ~} for the
 *     user's own
 * @param name without the folder
 */
public record Place(String folder, String name) implements Serializable {
    /** The place of a file as seen from a workspace. */
    public static Place of(Path workspace, Path file) {
        return new Place(
                PhoneMask.maskIn(folder(absolute(workspace), absolute(file))),
                PhoneMask.maskIn(String.valueOf(file.getFileName())));
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
