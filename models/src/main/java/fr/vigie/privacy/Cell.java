package fr.vigie.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a table that might be published.
 *
 * @param value what it says, at least 0, of a kind that adds up: a count or an amount, not a rate
 * @param units how many businesses contribute to it; empty where that rule does not apply
 * @param largestUnitShare the largest contribution as a part of the value, 0 to 1; empty where that rule does not apply
 * @param persons how many persons it is about; empty where it is not about persons
 */
public record Cell(double value, @Nullable Integer units, @Nullable Double largestUnitShare, @Nullable Long persons) {
    public Cell {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The value of a cell (%s) must be a finite number of at least 0.".formatted(value));
        }
        if (units != null && units < 0) {
            throw new IllegalArgumentException("The units of a cell (%d) must not be negative.".formatted(units));
        }
        if (largestUnitShare != null && !(largestUnitShare >= 0 && largestUnitShare <= 1)) {
            throw new IllegalArgumentException(
                    "The largest unit's share of a cell (%s) must be from 0 to 1.%nMaybe divide a percentage by 100."
                            .formatted(largestUnitShare));
        }
        if (persons != null && persons < 0) {
            throw new IllegalArgumentException("The persons of a cell (%d) must not be negative.".formatted(persons));
        }
    }
}
