package fr.vigie.jobs.cli;

import picocli.CommandLine.Option;

/** Options of the commands that leave a line in the audit log. */
final class AuditOptions {
    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: the user of this machine)")
    String actor = System.getProperty("user.name", "unknown");

    @Option(names = "--json", description = "prints what was done as JSON, an object a line")
    boolean json;
}
