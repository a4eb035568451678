package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of an alert.
 *
 * @param alertId the alert
 * @param practiceId the practice
 * @param practitionerId the doctor
 * @param kind the signal that opened it
 * @param probability that something has changed
 * @param openedOn when it was opened
 * @param state {@code open}, {@code acknowledged} or {@code closed}
 * @param owner who looks after it
 * @param reason why, in French
 * @param reasonEn why, in English
 * @param changedAt the day of this version
 */
public record AlertRow(
        String alertId,
        String practiceId,
        @Nullable String practitionerId,
        String kind,
        @Nullable Double probability,
        LocalDate openedOn,
        String state,
        @Nullable String owner,
        String reason,
        String reasonEn,
        LocalDate changedAt) {}
