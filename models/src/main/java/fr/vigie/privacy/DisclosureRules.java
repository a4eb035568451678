package fr.vigie.privacy;

/**
 * When a cell says too much about one business or one person.
 *
 * <p>Sources: frequency and dominance as in INSEE's rules on statistical confidentiality for businesses (no cell from
 * fewer than 3, none where one has more than 85 %), the frequency set to 5 as the health insurance does for
 * self-employed professionals (data.ameli.fr, "strictly fewer than 5"); one publication says "85 % or more", and the
 * stricter reading is taken. Fewer than 11 patients is the custom of the national health data system. A value of 0
 * betrays no contribution and is shown.
 *
 * @param leastUnits a cell needs that many contributing businesses; the legal minimum is 3
 * @param dominance a cell in which one business has this share or more is masked, above 0 and at most 1
 * @param leastPersons a cell about 1 to one fewer than this is masked
 * @param margin a masked value must stay open by at least this part of itself (and by at least 1), 0 to 1
 */
public record DisclosureRules(int leastUnits, double dominance, long leastPersons, double margin) {
    private static final int LEGAL_MINIMUM = 3;

    /** 5 units, 85 %, 11 persons, masked values open by a tenth of themselves. */
    public static final DisclosureRules STANDARD = new DisclosureRules(5, 0.85, 11, 0.1);

    public DisclosureRules {
        if (leastUnits < LEGAL_MINIMUM) {
            throw new IllegalArgumentException(
                    "The least units of a cell (%d) must be at least %d, the legal minimum.%nMaybe leave them at 5."
                            .formatted(leastUnits, LEGAL_MINIMUM));
        }
        if (!(dominance > 0 && dominance <= 1)) {
            throw new IllegalArgumentException(
                    "The dominance (%s) must be above 0 and at most 1.%nMaybe 0.85.".formatted(dominance));
        }
        if (leastPersons < 1) {
            throw new IllegalArgumentException(
                    "The least persons of a cell (%d) must be at least 1.%nMaybe 11.".formatted(leastPersons));
        }
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("The margin (%s) must be from 0 to 1.%nMaybe 0.1.".formatted(margin));
        }
    }

    /** Whether the cell must not be shown, whatever stands around it. */
    public boolean isSensitive(Cell cell) {
        return cell.value() > 0 && (hasTooFewUnits(cell) || isDominated(cell) || hasTooFewPersons(cell));
    }

    /** By how much a masked cell's value must be able to change without a shown sum changing. */
    double leeway(Cell cell) {
        return Math.max(1, margin * cell.value());
    }

    private boolean hasTooFewUnits(Cell cell) {
        return cell.units() != null && cell.units() < leastUnits;
    }

    private boolean isDominated(Cell cell) {
        return cell.largestUnitShare() != null && cell.largestUnitShare() >= dominance;
    }

    private boolean hasTooFewPersons(Cell cell) {
        return cell.persons() != null && cell.persons() > 0 && cell.persons() < leastPersons;
    }
}
