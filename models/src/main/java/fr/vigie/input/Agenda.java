package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Half a day of a doctor's agenda.
 *
 * @param practitionerId the doctor
 * @param practiceId the practice
 * @param day the day
 * @param half morning or afternoon
 * @param openedMinutes minutes open to patients
 * @param openedSlots slots open to patients
 * @param bookedSlots slots taken
 * @param closedLateSlots slots closed less than 48 hours before
 * @param thirdFreeSlotDays days to the third free slot, as seen that half-day
 */
public record Agenda(
        @Key String practitionerId,
        @Key String practiceId,
        @Key LocalDate day,
        @Key Half half,
        @Between(least = 0, most = 1_440) Integer openedMinutes,
        @Between(least = 0, most = 1_440) Integer openedSlots,
        @Between(least = 0, most = 1_440) Integer bookedSlots,
        @Between(least = 0, most = 1_440) @Nullable Integer closedLateSlots,
        @Between(least = 0, most = 3_660) @Nullable Double thirdFreeSlotDays)
        implements InputRow {}
