package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/** The draft, in the table {@code roster}, and what was published, in {@code roster_published}. */
public final class RosterBook {
    private final Lake lake;

    public RosterBook(Lake lake) {
        this.lake = lake;
    }

    /** The weeks of which there is a draft. */
    public SortedSet<LocalDate> draftWeeks() {
        return new TreeSet<>(lake.read(Tables.ROSTER)
                .select("week")
                .distinct()
                .as(Encoders.LOCALDATE())
                .collectAsList());
    }

    /** The draft of a week; empty where there is none. */
    public List<Shift> draft(LocalDate week) {
        return RosterRows.inOrder(
                lake.read(Tables.ROSTER).where(col("week").equalTo(lit(week))).collectAsList().stream()
                        .map(RosterRows::piece));
    }

    /** The team of each operator in the draft of a week; who is on none, or of whom nobody says, is not in it. */
    Map<String, String> draftTeams(LocalDate week) {
        return teams(
                lake.read(Tables.ROSTER).where(col("week").equalTo(lit(week))).collectAsList(),
                RosterRow::operatorId,
                RosterRow::team);
    }

    /** The weeks of which a roster was published. */
    public SortedSet<LocalDate> publishedWeeks() {
        return new TreeSet<>(lake.read(Tables.ROSTER_PUBLISHED)
                .select("week")
                .distinct()
                .as(Encoders.LOCALDATE())
                .collectAsList());
    }

    /** The last version of a week that was published. */
    public Optional<PublishedRoster> published(LocalDate week) {
        var rows = lake.read(Tables.ROSTER_PUBLISHED)
                .where(col("week").equalTo(lit(week)))
                .collectAsList();
        return rows.stream()
                .max(Comparator.comparingInt(PublishedRosterRow::version))
                .map(last -> new PublishedRoster(
                        week,
                        last.version(),
                        last.publishedAt(),
                        last.author(),
                        pieces(rows, last.version()),
                        teams(
                                rows.stream()
                                        .filter(row -> row.version() == last.version())
                                        .toList(),
                                PublishedRosterRow::operatorId,
                                PublishedRosterRow::team),
                        IntStream.range(1, last.version())
                                .mapToObj(version -> pieces(rows, version))
                                .toList()));
    }

    private static <R> Map<String, String> teams(
            List<R> rows, Function<R, String> operator, Function<R, @Nullable String> team) {
        var teams = new TreeMap<String, String>();
        rows.forEach(row -> {
            var own = team.apply(row);
            if (own != null) {
                teams.put(operator.apply(row), own);
            }
        });
        return teams;
    }

    private static List<Shift> pieces(List<PublishedRosterRow> rows, int version) {
        return RosterRows.inOrder(
                rows.stream().filter(row -> row.version() == version).map(PublishedRosterRow::piece));
    }

    /**
     * Replaces the drafts of weeks. The table's last run stays the one that made it: the roster is made anew only when
     * what it was made from changes.
     *
     * @param weeks the weeks whose drafts give way
     * @param rows the new ones
     */
    void replaceDraft(SortedSet<LocalDate> weeks, List<RosterRow> rows) {
        var others = lake.read(Tables.ROSTER).collectAsList().stream().filter(row -> !weeks.contains(row.week()));
        var all = Stream.concat(others, rows.stream()).toList();
        lake.rewrite(
                Tables.ROSTER,
                lake.spark().createDataset(all, Tables.ROSTER.encoder()),
                lake.runOf(Tables.ROSTER).orElse("import"));
    }

    /**
     * Appends a version of a week and a line in the audit log.
     *
     * @param teams the team of each operator, as far as known
     */
    PublishedRoster append(
            LocalDate week,
            List<Shift> pieces,
            Map<String, String> teams,
            Instant at,
            String author,
            @Nullable String reason) {
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        var last = published(week);
        int version = last.map(PublishedRoster::version).orElse(0) + 1;
        var before = last.stream()
                .flatMap(roster -> Stream.concat(roster.before().stream(), Stream.of(roster.pieces())))
                .toList();
        var rows = pieces.stream()
                .map(piece -> new PublishedRosterRow(
                        week,
                        version,
                        moment,
                        author,
                        piece.operatorId(),
                        piece.startsAt(),
                        piece.endsAt(),
                        RosterRows.word(piece.activity()),
                        teams.get(piece.operatorId())))
                .toList();
        lake.append(
                Tables.ROSTER_PUBLISHED,
                lake.spark().createDataset(rows, Tables.ROSTER_PUBLISHED.encoder()),
                "publish-" + week + "-" + version);
        var people = pieces.stream().map(Shift::operatorId).collect(Collectors.toSet());
        new Decisions(lake)
                .note(
                        moment,
                        "roster",
                        week.toString(),
                        "publish version %d: %d pieces of %d operators"
                                .formatted(version, pieces.size(), people.size()),
                        author,
                        reason);
        return new PublishedRoster(week, version, moment, author, pieces, teams, before);
    }
}
