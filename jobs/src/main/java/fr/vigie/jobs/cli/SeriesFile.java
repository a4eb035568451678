package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.series.Observed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A file of series in the long format of the forecasting world: {@code unique_id, ds, y}.
 *
 * @param series in the order in which they appear
 */
record SeriesFile(List<Entry> series) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * A series of the file.
     *
     * @param id its {@code unique_id}
     * @param observed its times and values
     * @param zone whose clock its times tell
     * @param style how they are written
     */
    record Entry(String id, Observed observed, ZoneId zone, TimeStyle style) {}

    /** Far above any count, and far below where sums of squares lose their digits. */
    private static final double LARGEST = 1e12;

    /** What is less is zero: it counts nothing, and its square has no digits left. */
    private static final double SMALLEST = 1e-9;

    /**
     * Reads a file.
     *
     * @param zone whose clock local times tell; empty: no clock changes
     */
    static SeriesFile read(Path file, Optional<ZoneId> zone) {
        Map<String, List<PlainCsv.Row>> rows = PlainCsv.read(file, "unique_id", "ds", "y").rows().stream()
                .collect(Collectors.groupingBy(row -> row.text("unique_id"), LinkedHashMap::new, Collectors.toList()));
        var series = new ArrayList<Entry>();
        rows.forEach((id, own) -> series.add(entry(
                file,
                id,
                own.stream().map(row -> row.about("series '%s'".formatted(id))).toList(),
                zone)));
        return new SeriesFile(series);
    }

    private static Entry entry(Path file, String id, List<PlainCsv.Row> rows, Optional<ZoneId> asked) {
        try {
            var written = rows.stream()
                    .map(row -> row.as(r -> TimeStyle.read(r.text("ds"))))
                    .toList();
            var style = TimeStyle.of(rows.get(rows.size() - 1).text("ds"));
            boolean local = written.stream().allMatch(w -> w.exact().isEmpty());
            if (!local && written.stream().anyMatch(w -> w.exact().isEmpty())) {
                throw new IllegalArgumentException(
                        "has times with and without an offset.\nMaybe two exports were joined: write all of them one way.");
            }
            var zone = style.date() ? ZoneOffset.UTC : asked.orElseGet(() -> local ? ZoneOffset.UTC : zoneOf(written));
            var repeated = new HashSet<LocalDateTime>();
            var points = new LinkedHashMap<Instant, Observed.Point>();
            for (int i = 0; i < rows.size(); i++) {
                var at = instant(written.get(i), zone, repeated);
                if (points.put(at, new Observed.Point(at, value(rows.get(i)))) != null) {
                    throw rows.get(i).wrong(twice(style.write(at, zone), written.get(i)));
                }
            }
            return new Entry(id, new Observed(List.copyOf(points.values()), at -> style.write(at, zone)), zone, style);
        } catch (IllegalArgumentException e) {
            throw wrong(file, id, e);
        }
    }

    private static String twice(String time, TimeStyle.Written written) {
        boolean autumn = written.exact().isEmpty()
                && PARIS.getRules().getValidOffsets(written.local()).size() > 1;
        return "a second value at %s.\n%s"
                .formatted(
                        time,
                        autumn
                                ? "Maybe --zone Europe/Paris, whose clock shows this hour twice."
                                : "Maybe one is a copy of the other.");
    }

    /** What is wrong with a series, as one line and a hint. */
    static UserError wrong(Path file, String id, IllegalArgumentException e) {
        return UserError.failed("%s: the series '%s' %s".formatted(file, PlainCsv.shown(id), e.getMessage()));
    }

    /** One offset is a zone of its own; two are Paris's summer and winter or need to be told. */
    private static ZoneId zoneOf(List<TimeStyle.Written> written) {
        var offsets = written.stream()
                .flatMap(w -> w.exact().stream())
                .map(exact -> exact.getOffset())
                .distinct()
                .toList();
        if (offsets.size() == 1) {
            return offsets.get(0);
        }
        boolean paris = written.stream()
                .flatMap(w -> w.exact().stream())
                .allMatch(exact -> PARIS.getRules().getOffset(exact.toInstant()).equals(exact.getOffset()));
        if (!paris) {
            throw new IllegalArgumentException(
                    "has times with several offsets.\nMaybe tell with --zone which clock they follow.");
        }
        return PARIS;
    }

    /** In the hour that the autumn change repeats, the first time is the earlier instant. */
    private static Instant instant(TimeStyle.Written written, ZoneId zone, HashSet<LocalDateTime> repeated) {
        if (written.exact().isPresent()) {
            return written.exact().get().toInstant();
        }
        var offsets = zone.getRules().getValidOffsets(written.local());
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException(
                    "has a time that does not exist in %s (%s).\nMaybe its clock is another one, or stays as it is: leave out --zone."
                            .formatted(zone, written.local()));
        }
        boolean second = offsets.size() > 1 && !repeated.add(written.local());
        return written.local().toInstant(offsets.get(second ? 1 : 0));
    }

    private static OptionalDouble value(PlainCsv.Row row) {
        if (row.text("y").isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = PlainCsv.parsed(row.text("y"));
        if (!(value >= 0 && value <= LARGEST)) {
            throw row.wrong(
                    Double.isFinite(value)
                            ? "%s for y is not between 0 and %.0e.\nMaybe leave it empty: that is a gap."
                                    .formatted(row.text("y"), LARGEST)
                            : "%s for y is not a finite number.\nMaybe leave it empty: that is a gap; decimals follow a point."
                                    .formatted(PlainCsv.quoted(row.text("y"))));
        }
        return OptionalDouble.of(value < SMALLEST ? 0 : value);
    }
}
