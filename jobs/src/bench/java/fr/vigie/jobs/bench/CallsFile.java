package fr.vigie.jobs.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * Calls of a national operator as a canonical file: so many days, 3,000 practices, every second
 * caller whom nobody answered calls again within half an hour, one line in a thousand stands twice. Seeded: the same number of calls, the same bytes.
 */
record CallsFile(long calls, LocalDate first, int days) {
    private static final int PRACTICES = 3000;
    private static final int OPERATORS = 600;
    private static final int CALLERS = 3_000_000;

    /** Someone who will call a practice again, nobody having answered; the second counts from the first day's midnight. */
    private record Redial(long second, int practice, int caller) {}

    /** Writes the files where they are not there yet. */
    void write(Path callsFile, Path practicesFile) throws IOException {
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
            String before = "";
            for (long n = 0; n < calls; n++) {
                if (n % 1000 == 999) {
                    out.write(before.getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                line.setLength(0);
                line(line, n, redials, random);
                before = line.toString();
                out.write(before.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Files.move(part, callsFile, StandardCopyOption.ATOMIC_MOVE);
    }

    private void line(StringBuilder line, long n, Queue<Redial> redials, SplittableRandom random) {
        long perDay = Math.max(1, calls / days);
        long dayNumber = Math.min(days - 1, n / perDay);
        var day = first.plusDays(dayNumber);
        // Calls of a day in the order of their arrival, from 5:00 to 17:00 UTC.
        long second = 18_000 + (n % perDay) * 43_200 / perDay;
        long now = dayNumber * 86_400 + second;
        var who = !redials.isEmpty() && redials.element().second() <= now
                ? redials.remove()
                : new Redial(now, random.nextInt(PRACTICES), random.nextInt(20) > 0 ? random.nextInt(CALLERS) : -1);
        boolean answered = random.nextInt(100) < 88;
        if (!answered && who.caller() >= 0 && random.nextBoolean()) {
            redials.add(new Redial(now + 60 + random.nextInt(1800), who.practice(), who.caller()));
        }
        int wait = (int) (-30 * Math.log(1 - random.nextDouble()));
        int talk = answered ? 10 + (int) (-55 * Math.log(1 - random.nextDouble())) : 0;
        line.append("C").append(day.toString().replace("-", "")).append('-').append(1_000_000_000L + n).append(',');
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
