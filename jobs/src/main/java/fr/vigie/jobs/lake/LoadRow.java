package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened in an interval at a practice, a group or the network.
 *
 * @param level {@code practice}, {@code group} or {@code network}
 * @param id which one; {@code network} for the network
 * @param intervalMinutes 15 as stored; 30 and 60 are derived where they are read
 * @param startsAt start of the interval
 * @param localDate the business date
 * @param arrivals all calls
 * @param offered answered + abandoned + overflowed + voicemail
 * @param firstAttempts offered calls that are not redials
 * @param answered taken by an operator
 * @param abandoned hung up while waiting
 * @param overflowed left the queue for another place
 * @param voicemail left a message on the machine
 * @param blocked line full or nobody there
 * @param closed outside the service's hours
 * @param deflected settled by the attendant or a form
 * @param answeredWithin answered within the service level's time
 * @param abandonedWithin abandoned within it
 * @param abandonedShort abandoned within the short-abandon limit
 * @param waitedLong offered calls that waited longer than the long-wait limit
 * @param carried calls that arrived before opening and are counted in this first staffed interval
 * @param handled answered calls whose talk reached the short-talk limit: the denominator of AHT
 * @param handledSeconds their talk and wrap-up
 * @param talkSeconds talk of all answered calls
 * @param wrapSeconds wrap-up of all answered calls
 * @param waitSeconds wait of all offered calls
 * @param answeredWaitSeconds wait of the answered ones
 * @param maxConcurrent most calls being handled at one moment
 */
public record LoadRow(
        String level,
        String id,
        int intervalMinutes,
        Instant startsAt,
        LocalDate localDate,
        long arrivals,
        long offered,
        long firstAttempts,
        long answered,
        long abandoned,
        long overflowed,
        long voicemail,
        long blocked,
        long closed,
        long deflected,
        long answeredWithin,
        long abandonedWithin,
        long abandonedShort,
        long waitedLong,
        long carried,
        long handled,
        double handledSeconds,
        double talkSeconds,
        double wrapSeconds,
        double waitSeconds,
        double answeredWaitSeconds,
        int maxConcurrent) {}
