package fr.vigie.territory;

/**
 * Where the medical zoning draws its lines on the APL (arrêté of 13 November 2017 as amended): up to 2.5 consultations
 * a year and inhabitant a territory is short of doctors, up to 4 it is in the pool from which the regional health
 * agencies choose.
 *
 * @param low the last value that is short, above 0
 * @param high the last value of the pool, above {@code low}
 */
public record AplThresholds(double low, double high) {
    /** 2.5 and 4. */
    public static final AplThresholds ZONING = new AplThresholds(2.5, 4);

    /** What the lines make of a territory. */
    public enum AplClass {
        /** Short of doctors. */
        UNDER_DENSE,
        /** In the pool. */
        POOL,
        /** Not concerned. */
        OUTSIDE
    }

    public AplThresholds {
        if (!(low > 0 && high > low)) {
            throw new IllegalArgumentException(
                    "The thresholds (%s, %s) must be positive and ascending.%nMaybe 2.5 and 4.".formatted(low, high));
        }
    }

    /** The class of an accessibility; a value on a line belongs to the class below it. */
    public AplClass classOf(double apl) {
        if (apl <= low) {
            return AplClass.UNDER_DENSE;
        }
        return apl <= high ? AplClass.POOL : AplClass.OUTSIDE;
    }
}
