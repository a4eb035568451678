package fr.vigie.jobs.bench;

import fr.vigie.call.Outcome;
import fr.vigie.input.Activity;
import fr.vigie.input.Call;
import fr.vigie.input.Shift;
import fr.vigie.jobs.cli.Vigie;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code vigie bench promised [DAYS]}: rosters of the simulated service as they are published week after week, each day played
 * again and again from its true rates. Fails where the service level that the staffing table lets expect of the roster and the
 * one seen lie more than two points apart, over all days or in the opening hour.
 */
public final class PromisedBench {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.of(2025, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);
    private static final int WEEKS = 5;
    private static final int SEED = 1;
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final double TOLERANCE = 0.02;
    private static final LocalTime OPENS = LocalTime.of(7, 0);

    private final Path workspace;
    private final Service service;
    private final int draws;
    private final Sums day = new Sums();
    private final Sums openingHour = new Sums();

    private PromisedBench(Path workspace, int days) {
        this.workspace = workspace;
        service = new Service(ServicePlan.defaults(SEED, FROM, UNTIL));
        draws = Math.max(1, (days + WEEKS * 6 - 1) / (WEEKS * 6));
    }

    /** What was promised and seen of some hours, by the share of the calls. */
    private static final class Sums {
        private double promised;
        private double load;
        private final List<Double> levels = new ArrayList<>();
        private long calls;
        private long inTime;

        void promise(double level, double erlangs) {
            promised += level * erlangs;
            load += erlangs;
        }

        void see(long offered, long within) {
            calls += offered;
            inTime += within;
            levels.add((double) within / offered);
        }

        double promisedLevel() {
            return promised / load;
        }

        double seenLevel() {
            return (double) inTime / calls;
        }

        /** Of the mean of days. */
        double standardError() {
            double mean = levels.stream().mapToDouble(level -> level).average().orElse(0);
            double squares = levels.stream()
                    .mapToDouble(level -> (level - mean) * (level - mean))
                    .sum();
            return Math.sqrt(squares / (levels.size() - 1.0) / levels.size());
        }
    }

    /** Runs it in the folder {@code target/bench/promised}. */
    public static void main(String[] args) throws IOException {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        var workspace = Path.of("target/bench/promised");
        delete(workspace);
        Files.createDirectories(workspace.getParent());
        new PromisedBench(workspace, days).run();
    }

    private void run() throws IOException {
        vigie("init");
        var input = workspace.resolve("input");
        vigie("simulate", "--seed", "" + SEED, "--from", "" + FROM, "--to", "" + UNTIL, "--output", input.toString());
        // Calls need to know the practices, and come last.
        for (var kind : List.of("practices", "practitioners", "contracts", "operators", "shifts", "absences", "events", "calls")) {
            ingest(kind, input);
        }
        vigie("load");
        for (var week = UNTIL.minusWeeks(WEEKS); week.isBefore(UNTIL); week = week.plusWeeks(1)) {
            for (var stage : List.of("forecast", "staffing", "roster")) {
                vigie(stage, "--as-of", week.toString());
            }
            vigie("roster", "publish", "--week", week.toString());
            vigie("staffing", "--as-of", week.toString());
            week(week);
        }
        boolean kept = told("all day", day) & told("7 to 8 h", openingHour);
        if (!kept) {
            throw new IllegalStateException("What was promised and what was seen are too far apart.");
        }
    }

    private void ingest(String kind, Path input) throws IOException {
        try (var files = Files.list(input)) {
            var arguments = new ArrayList<>(List.of("ingest", kind));
            files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted()
                    .map(Path::toString)
                    .forEach(arguments::add);
            vigie(arguments.toArray(String[]::new));
        }
    }

    private static boolean told(String when, Sums sums) {
        double gap = sums.seenLevel() - sums.promisedLevel();
        System.out.printf(
                Locale.ROOT,
                "%-9s %4d days: promised %.3f, seen %.3f (standard error %.3f), %+.1f points%n",
                when,
                sums.levels.size(),
                sums.promisedLevel(),
                sums.seenLevel(),
                sums.standardError(),
                100 * gap);
        return Math.abs(gap) <= TOLERANCE;
    }

    private void week(LocalDate week) {
        var roster = table("roster_published", "--where", "week=" + week).stream()
                .map(row -> new Shift(
                        get(row, "operator_id"),
                        Instant.parse(get(row, "starts_at")),
                        Instant.parse(get(row, "ends_at")),
                        Activity.valueOf(get(row, "activity").toUpperCase(Locale.ROOT))))
                .toList();
        var staffing = table("staffing", "--where", "as_of=" + week);
        for (var date = week; date.getDayOfWeek() != DayOfWeek.SUNDAY; date = date.plusDays(1)) {
            var opens = date.atTime(OPENS).atZone(PARIS).toInstant();
            var promised = new Sums();
            for (var row : staffing) {
                if (get(row, "local_date").equals(date.toString()) && !get(row, "planned_service_level").isEmpty()) {
                    double level = Double.parseDouble(get(row, "planned_service_level"));
                    double erlangs = Double.parseDouble(get(row, "offered_erlangs"));
                    day.promise(level, erlangs);
                    promised.promise(level, erlangs);
                    if (Instant.parse(get(row, "starts_at")).isBefore(opens.plusSeconds(3600))) {
                        openingHour.promise(level, erlangs);
                    }
                }
            }
            play(date, roster, opens, promised);
        }
    }

    private void play(LocalDate date, List<Shift> roster, Instant opens, Sums promised) {
        var ofDay = roster.stream()
                .filter(piece -> LocalDate.ofInstant(piece.startsAt(), PARIS).equals(date))
                .toList();
        var seen = new Sums();
        for (int draw = 1; draw <= draws; draw++) {
            var offered = service.replay(date, ofDay, draw).stream()
                    .filter(call -> isOffered(call.outcome()))
                    .toList();
            var early = offered.stream()
                    .filter(call -> call.arrivedAt().isBefore(opens.plusSeconds(3600)))
                    .toList();
            day.see(offered.size(), inTime(offered, opens));
            seen.see(offered.size(), inTime(offered, opens));
            openingHour.see(early.size(), inTime(early, opens));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %5.0f calls, promised %.3f, seen %.3f%n",
                date,
                (double) seen.calls / draws,
                promised.promisedLevel(),
                seen.seenLevel());
    }

    private static boolean isOffered(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED, ABANDONED, OVERFLOWED, VOICEMAIL -> true;
            case DEFLECTED, BLOCKED, CLOSED -> false;
        };
    }

    /** Who calls before the lines open waits from then on: nothing was promised before. */
    private static long inTime(List<Call> calls, Instant opens) {
        return calls.stream()
                .filter(call -> call.answeredAt() != null)
                .filter(call -> {
                    var came = call.queuedAt() == null ? call.arrivedAt() : call.queuedAt();
                    var from = came.isBefore(opens) ? opens : came;
                    return Duration.between(from, call.answeredAt()).compareTo(WITHIN) <= 0;
                })
                .count();
    }

    private List<Map<String, String>> table(String name, String... options) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var arguments = new ArrayList<>(List.of("show", name, "--csv"));
            arguments.addAll(Arrays.asList(options));
            vigie(arguments.toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        var header = lines.get(0).split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String get(Map<String, String> row, String column) {
        var value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("There is no column " + column + " in " + row.keySet() + ".");
        }
        return value;
    }

    private void vigie(String... arguments) {
        var all = new ArrayList<>(List.of("--workspace", workspace.toString(), "--quiet"));
        all.addAll(Arrays.asList(arguments));
        int code = Vigie.run(all.toArray(String[]::new));
        if (code != 0 && code != 3) {
            throw new IllegalStateException("vigie " + String.join(" ", arguments) + " ended with " + code + ".");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
