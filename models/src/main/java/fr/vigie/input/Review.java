package fr.vigie.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public review of a practice's reception.
 *
 * @param reviewId the review
 * @param practiceId the practice
 * @param postedAt when
 * @param rating 1 to 5
 * @param text what was written
 * @param repliedAt when the practice replied
 * @param platform where
 */
public record Review(
        @Key String reviewId,
        String practiceId,
        Instant postedAt,
        @Between(least = 1, most = 5) Integer rating,
        @Nullable String text,
        @Nullable Instant repliedAt,
        @Nullable String platform)
        implements InputRow {}
