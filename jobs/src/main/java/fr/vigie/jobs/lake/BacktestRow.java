package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model's score over rolling origins.
 *
 * @param asOf the day after the last one used
 * @param model the model
 * @param level {@code practice}, {@code group} or {@code network}
 * @param id which one; {@code all} for a level taken together
 * @param horizon of intervals {@code next-day}, {@code days-2-14}, {@code weeks-2-6} (the 8th to the 42nd day, from origins whose six weeks have
 *     passed) or, where the forecast reaches so far, {@code weeks-3-6}; of whole days the same but {@code weeks-2-6} after {@code daily-}; of
 *     whole weeks {@code weekly-next-week} or {@code weekly-later-weeks}
 * @param wape sum of absolute errors over sum of calls
 * @param mase mean absolute error over the seasonal naive one in sample
 * @param smape symmetric percentage error, 0 to 200
 * @param pinball mean pinball loss over the quantiles
 * @param coverage50 share within the 50 % interval
 * @param coverage80 within the 80 % interval
 * @param coverage95 within the 95 % interval
 */
public record BacktestRow(
        LocalDate asOf,
        String model,
        String level,
        String id,
        String horizon,
        @Nullable Double wape,
        @Nullable Double mase,
        @Nullable Double smape,
        @Nullable Double pinball,
        @Nullable Double coverage50,
        @Nullable Double coverage80,
        @Nullable Double coverage95) {}
