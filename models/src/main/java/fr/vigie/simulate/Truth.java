package fr.vigie.simulate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was planted, where and when.
 *
 * @param practiceId the practice
 * @param practitionerId the doctor, where it is about one
 * @param kind what
 * @param from first day
 * @param until last day; empty: it stays
 * @param note the size of it
 */
public record Truth(
        String practiceId,
        @Nullable String practitionerId,
        Planted kind,
        LocalDate from,
        @Nullable LocalDate until,
        String note) {}
