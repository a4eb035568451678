package fr.vigie.jobs.report;

import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.report.RosterPage;
import fr.vigie.report.RosterView;
import fr.vigie.report.RosterWorkbook;
import fr.vigie.report.ShiftPiece;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A published roster as files, in a folder of its week within the managers' and nowhere else: a page to print in both
 * languages, a workbook, the pieces as {@code roster import} reads them, and a calendar for each operator. The same version
 * gives the same bytes.
 *
 * @param lake names of operators
 * @param service its name and zone
 * @param reports the folder under which each audience has its own
 */
public record RosterExport(Lake lake, ServiceConfig service, Path reports) {
    private static final String PAGES = "managers/roster/";

    /** Makes the week's folder: whoever publishes wants to know before that nothing could be written. */
    public void makeFolder(LocalDate week) {
        new ReportFolder(reports, PAGES + week).make();
    }

    /**
     * Writes the files.
     *
     * @param week its first day
     * @param version of the week
     * @param published when
     * @param author who published it
     * @param pieces in order of person and time
     * @param before the pieces of the versions before, in order of version: what is gone is cancelled
     * @return the folder
     */
    public Path write(
            LocalDate week,
            int version,
            Instant published,
            String author,
            List<Shift> pieces,
            List<List<Shift>> before) {
        var folder = new ReportFolder(reports, PAGES + week);
        var names = names();
        var view = new RosterView(
                service.name(),
                week,
                version,
                LocalDateTime.ofInstant(published, service.zone()),
                author,
                pieces.stream()
                        .map(piece -> shown(piece, names.getOrDefault(piece.operatorId(), piece.operatorId())))
                        .toList());
        folder.pages((locale, translation) -> RosterPage.render(view, locale, translation));
        folder.write("roster.xlsx", RosterWorkbook.bytes(view, Locale.FRANCE));
        folder.csv("shifts.csv", pieces.stream().map(Piece::of).toList(), Piece.class);
        RosterCalendar.all(service.zone(), version, published, pieces, before)
                .forEach((operator, calendar) ->
                        folder.write(URLEncoder.encode(operator, StandardCharsets.UTF_8) + ".ics", calendar));
        return reports.resolve(PAGES + week);
    }

    /** A line of the shifts file. */
    record Piece(String operatorId, Instant startsAt, Instant endsAt, String activity) {
        static Piece of(Shift shift) {
            return new Piece(
                    shift.operatorId(),
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.activity().name().toLowerCase(Locale.ROOT));
        }
    }

    private TreeMap<String, String> names() {
        return lake.read(Tables.OPERATOR).collectAsList().stream()
                .filter(operator -> operator.name() != null)
                .collect(Collectors.toMap(
                        Operator::operatorId,
                        operator -> Objects.requireNonNull(operator.name()),
                        (a, b) -> b,
                        TreeMap::new));
    }

    private ShiftPiece shown(Shift piece, String operator) {
        var start = piece.startsAt().atZone(service.zone());
        int from = start.getHour() * 60 + start.getMinute();
        int minutes = (int) Duration.between(piece.startsAt(), piece.endsAt()).toMinutes();
        return new ShiftPiece(
                operator,
                start.toLocalDate(),
                from,
                from + minutes,
                piece.activity().name().toLowerCase(Locale.ROOT));
    }
}
