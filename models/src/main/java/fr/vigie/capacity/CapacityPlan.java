package fr.vigie.capacity;

import java.util.List;

/**
 * Whom to hire when, and what it leaves to chance.
 *
 * @param months in order
 */
public record CapacityPlan(List<CapacityMonth> months) {
    public CapacityPlan {
        months = List.copyOf(months);
    }

    /** All hires. */
    public int hires() {
        return months.stream().mapToInt(CapacityMonth::hires).sum();
    }
}
