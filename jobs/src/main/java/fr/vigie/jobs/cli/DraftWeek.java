package fr.vigie.jobs.cli;

import fr.vigie.jobs.roster.RosterDesk;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which week's draft is meant. */
final class DraftWeek {
    @Option(
            names = "--week",
            paramLabel = "D",
            description = "the first day of the week (default: the only one whose draft is not published)")
    @Nullable
    LocalDate week;

    /** The week given, or else the only one there is to publish. */
    LocalDate of(RosterDesk desk) {
        return week == null ? desk.weekToPublish() : week;
    }
}
