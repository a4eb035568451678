package fr.vigie.jobs.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A doctor of a practice, without age.
 *
 * @param practitionerId the doctor
 * @param practiceId the practice
 * @param activeUntil last day there
 */
public record Doctor(String practitionerId, String practiceId, @Nullable LocalDate activeUntil) {}
