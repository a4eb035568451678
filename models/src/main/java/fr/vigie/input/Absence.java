package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A doctor away.
 *
 * @param practitionerId the doctor
 * @param startsOn first day
 * @param endsOn last day
 * @param kind why
 * @param replaced whether a replacement doctor sees the patients
 */
public record Absence(
        @Key String practitionerId,
        @Key LocalDate startsOn,
        LocalDate endsOn,
        AbsenceKind kind,
        @Nullable Boolean replaced)
        implements InputRow {}
