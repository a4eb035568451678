package fr.vigie.jobs.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Calls of a national operator as a canonical file: so many days, of which Mondays have most and Sundays next to none, with
 * a peak in the morning and a lesser one in the afternoon; 3,000 practices, of which the largest tenth has a third of the
 * calls; every second caller whom nobody answered calls again within half an hour, one line in a thousand stands twice.
 * Seeded: the same arguments, the same bytes.
 *
 * @param names what calls are called
 */
public record CallsFile(long calls, LocalDate first, int days, Names names) {
    /** After their day and a number, as many phone systems do, or by random UUIDs, as others do. */
    public enum Names {
        BY_DAY,
        RANDOM
    }

    private static final int PRACTICES = 3000;
    private static final int OPERATORS = 600;
    private static final int CALLERS = 3_000_000;

    /** Calls of the days of a week, from Monday on, in relation to each other. */
    private static final double[] WEEK = {1.25, 1.05, 1.0, 1.0, 1.05, 0.45, 0.05};

    /** Calls of the hours of a day, UTC, in relation to each other. */
    private static final double[] DAY = {
        0, 0, 0, 0, 0, 0.2, 1.4, 2.4, 2.6, 2.1, 1.2, 0.8, 1.5, 1.7, 1.6, 1.3, 0.8, 0.2, 0, 0, 0, 0, 0, 0
    };

    /** Someone who will call a practice again, nobody having answered; the second counts from the first day's midnight. */
    private record Redial(long second, int practice, int caller) {}

    /** Writes the files where they are not there yet. */
    public void write(Path callsFile, Path practicesFile) throws IOException {
        var practices = new StringBuilder("practice_id,name,insee,group\n");
        for (int i = 0; i < PRACTICES; i++) {
            practices.append("P%04d,Cabinet %d,59350,G%02d%n".formatted(i, i, i % 40));
        }
        Files.writeString(practicesFile, practices);
        if (Files.exists(callsFile)) {
            return;
        }
        var part = callsFile.resolveSibling(callsFile.getFileName() + ".part");
        var random = new SplittableRandom(first.toEpochDay());
        try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
            out.write(("call_id,practice_id,caller,arrived_at,queued_at,answered_at,ended_at,wrap_seconds,operator_id,"
                            + "outcome,request,disposition\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var line = new StringBuilder(160);
            var redials = new PriorityQueue<>(Comparator.comparingLong(Redial::second));
            var byTheEnd = callsByTheEndOfHours();
            int hour = 0;
            String before = "";
            for (long n = 0; n < calls; n++) {
                if (n % 1000 == 999) {
                    out.write(before.getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                line.setLength(0);
                while (n >= byTheEnd[hour + 1]) {
                    hour++;
                }
                double ofHour = (n - byTheEnd[hour]) / (byTheEnd[hour + 1] - byTheEnd[hour]);
                line(line, n, (long) (3600 * (hour + ofHour)), redials, random);
                before = line.toString();
                out.write(before.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Files.move(part, callsFile, StandardCopyOption.ATOMIC_MOVE);
    }

    /** How many calls have arrived before the first hour, by its end, by the end of the second and so on. */
    private double[] callsByTheEndOfHours() {
        var sums = new double[24 * days + 1];
        for (int hour = 0; hour < 24 * days; hour++) {
            var day = first.plusDays(hour / 24);
            sums[hour + 1] = sums[hour] + WEEK[day.getDayOfWeek().getValue() - 1] * DAY[hour % 24];
        }
        double all = sums[24 * days];
        return Arrays.stream(sums).map(sum -> Math.ceil(calls * sum / all)).toArray();
    }

    private void line(StringBuilder line, long n, long now, Queue<Redial> redials, SplittableRandom random) {
        var day = first.plusDays(now / 86_400);
        long second = now % 86_400;
        var who = !redials.isEmpty() && redials.element().second() <= now
                ? redials.remove()
                : new Redial(now, practice(random), random.nextInt(20) > 0 ? random.nextInt(CALLERS) : -1);
        boolean answered = random.nextInt(100) < 88;
        if (!answered && who.caller() >= 0 && random.nextBoolean()) {
            redials.add(new Redial(now + 60 + random.nextInt(1800), who.practice(), who.caller()));
        }
        int wait = (int) (-30 * Math.log(1 - random.nextDouble()));
        int talk = answered ? 10 + (int) (-55 * Math.log(1 - random.nextDouble())) : 0;
        if (names == Names.RANDOM) {
            line.append(new UUID(random.nextLong(), random.nextLong())).append(',');
        } else {
            line.append("C").append(day.toString().replace("-", "")).append('-');
            line.append(1_000_000_000L + n).append(',');
        }
        line.append("P").append(String.valueOf(10_000 + who.practice()), 1, 5).append(',');
        if (who.caller() >= 0) {
            line.append("06").append(String.valueOf(100_000_000 + who.caller()), 1, 9);
        }
        line.append(',');
        time(line, day, second);
        line.append(",,");
        if (answered) {
            time(line, day, second + wait);
        }
        line.append(',');
        time(line, day, second + wait + talk);
        line.append(',');
        if (answered) {
            line.append(random.nextInt(30)).append(",O").append(random.nextInt(OPERATORS)).append(",answered,");
            line.append(random.nextInt(3) > 0 ? "booking" : "prescription").append(',');
            line.append(random.nextInt(4) > 0 ? "booked" : "message");
        } else {
            line.append(",,abandoned,,");
        }
        line.append('\n');
    }

    /** Practices are of unequal size. */
    private static int practice(SplittableRandom random) {
        double u = random.nextDouble();
        return (int) (PRACTICES * u * u);
    }

    private static void time(StringBuilder line, LocalDate day, long second) {
        line.append(day)
                .append('T')
                .append(String.valueOf(100 + second / 3600), 1, 3)
                .append(':')
                .append(String.valueOf(100 + second / 60 % 60), 1, 3)
                .append(':')
                .append(String.valueOf(100 + second % 60), 1, 3)
                .append('Z');
    }
}
