package fr.vigie.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Turns local milliseconds of a day into instants. Clocks change on Sunday nights and nothing is simulated before
 * 6:00, so one offset holds for all that happens in a day.
 *
 * @param day the local date
 * @param midnightEpochSecond the instant that the offset at noon gives to 0:00
 */
record ServiceDay(LocalDate day, long midnightEpochSecond) {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    static ServiceDay of(LocalDate day) {
        long noon = day.atTime(LocalTime.NOON).atZone(ZONE).toEpochSecond();
        return new ServiceDay(day, noon - 12 * 3600);
    }

    /** The instant of local milliseconds after midnight, cut to whole seconds. */
    Instant at(long millis) {
        return Instant.ofEpochSecond(midnightEpochSecond + Math.floorDiv(millis, 1000L));
    }

    /** The local milliseconds after midnight of an instant. */
    long millis(Instant moment) {
        return moment.toEpochMilli() - midnightEpochSecond * 1000;
    }
}
