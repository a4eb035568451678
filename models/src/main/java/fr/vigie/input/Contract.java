package fr.vigie.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a practice has bought.
 *
 * @param practiceId the practice
 * @param validFrom first day
 * @param packageCalls calls a month in the package
 * @param packagePrice euros a month
 * @param pricePerCall euros beyond the package
 * @param accountManager who looks after it
 * @param serviceLevel promised, e.g. {@code 0.8@20}: 80 % within 20 seconds
 * @param opening opening hours agreed
 */
public record Contract(
        @Key String practiceId,
        @Key LocalDate validFrom,
        @Between(least = 0, most = 100_000_000) @Nullable Integer packageCalls,
        @Between(least = 0, most = 100_000_000) @Nullable Double packagePrice,
        @Between(least = 0, most = 10_000) @Nullable Double pricePerCall,
        @Nullable String accountManager,
        @Nullable String serviceLevel,
        @Nullable String opening)
        implements InputRow {}
