package fr.vigie.territory;

import fr.vigie.input.Supply;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Which of today's doctors still work. */
public enum SupplyScenario {
    /** All of them. */
    TODAY(Indicator.APL),

    /** Without those older than 65, as the zoning counts. */
    WITHOUT_OVER_65(Indicator.APL_WITHOUT_OVER_65),

    /** Without those older than 62. */
    WITHOUT_OVER_62(Indicator.APL_WITHOUT_OVER_62),

    /** Without those older than 60. */
    WITHOUT_OVER_60(Indicator.APL_WITHOUT_OVER_60);

    private final Indicator indicator;

    SupplyScenario(Indicator indicator) {
        this.indicator = indicator;
    }

    /** The accessibility in this scenario. */
    public Indicator indicator() {
        return indicator;
    }

    /**
     * The full-time equivalents of a place that remain: those who leave take their share of the doctors with them.
     *
     * @return empty where the ages are not known
     */
    public OptionalDouble fte(Supply supply) {
        double today = supply.fte() == null ? supply.practitioners() : supply.fte();
        var leaving = leaving(supply);
        if (leaving == null) {
            return OptionalDouble.empty();
        }
        double remaining = leaving == 0 ? 1 : Math.max(0, 1 - leaving / supply.practitioners());
        return OptionalDouble.of(today * remaining);
    }

    private @Nullable Double leaving(Supply supply) {
        return switch (this) {
            case TODAY -> Double.valueOf(0);
            case WITHOUT_OVER_65 -> supply.over65();
            case WITHOUT_OVER_62 -> supply.over62();
            case WITHOUT_OVER_60 -> supply.over60();
        };
    }
}
