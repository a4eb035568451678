package fr.vigie.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of a practice, or of one of its doctors.
 *
 * @param practiceId the practice
 * @param practitionerId the doctor; null: the practice as a whole
 * @param peerGroup like practices, e.g. {@code general/2}: the specialty and the number of doctors
 * @param weeks in order; a week that is missing is unknown
 */
public record PracticeHistory(
        String practiceId, @Nullable String practitionerId, String peerGroup, List<PracticeWeek> weeks) {

    public PracticeHistory {
        weeks = List.copyOf(weeks);
        for (int i = 1; i < weeks.size(); i++) {
            var before = weeks.get(i - 1).monday();
            var after = weeks.get(i).monday();
            if (!before.isBefore(after)) {
                throw new IllegalArgumentException("The weeks of practice %s must ascend; %s stands before %s."
                        .formatted(practiceId, before, after));
            }
        }
    }

    /** Whether it is a practice's or a doctor's. */
    public Level level() {
        return practitionerId == null ? Level.PRACTICE : Level.PRACTITIONER;
    }
}
