package fr.vigie.jobs;

import org.jspecify.annotations.Nullable;

/** Which code runs: the launcher tells a digest of the sources it built; a released jar has its version. */
public final class CodeVersion {
    private CodeVersion() {}

    /** The version as {@code --version} and the {@code run} table say it. */
    public static String current() {
        String build = System.getProperty("vigie.build");
        return build == null ? released() : released() + "+" + build;
    }

    private static String released() {
        @Nullable String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
