package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A piece of a proposed shift.
 *
 * @param week its first day
 * @param operatorId who
 * @param startsAt start
 * @param endsAt end
 * @param activity as in {@link fr.vigie.input.Activity}, lower case
 */
public record RosterRow(LocalDate week, String operatorId, Instant startsAt, Instant endsAt, String activity) {}
