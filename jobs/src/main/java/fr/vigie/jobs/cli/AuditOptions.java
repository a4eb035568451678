package fr.vigie.jobs.cli;

import picocli.CommandLine.Option;

/** Who does what the audit log keeps. */
final class Actor {
    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: the user of this machine)")
    String name = System.getProperty("user.name", "unknown");
}
