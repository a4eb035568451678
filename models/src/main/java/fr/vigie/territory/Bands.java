package fr.vigie.territory;

import java.util.ArrayList;
import java.util.List;

/**
 * A weight for each band of cost, and 0 beyond the last.
 *
 * <p>The APL of 2012 has 1 below 5 minutes, 0.3 below 10 and 0.1 below 15 (IRDES, Document de travail 70, table 18);
 * since 2015 it has 1 up to 10 minutes, 2/3 up to 15 and 1/3 up to 20.
 *
 * @param bands from the nearest to the farthest
 * @param closed to which band a boundary belongs
 */
public record Bands(List<Band> bands, Closed closed) implements Decay {
    /** The APL's bands since 2015, in minutes. */
    public static final Bands APL_2015 =
            new Bands(List.of(new Band(10, 1), new Band(15, 2.0 / 3), new Band(20, 1.0 / 3)), Closed.LEFT);

    /**
     * A band, which starts where the one before ends.
     *
     * @param upTo where it ends, above 0
     * @param weight at least 0
     */
    public record Band(double upTo, double weight) {
        public Band {
            if (!(upTo > 0)) {
                throw new IllegalArgumentException("The end of a band (%s) must be positive.".formatted(upTo));
            }
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("The weight of a band (%s) must be at least 0.".formatted(weight));
            }
        }
    }

    public Bands {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException(
                    "The bands (none) must be at least one.\nMaybe 10:1,15:0.6667,20:0.3333.");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (!(bands.get(i).upTo() > bands.get(i - 1).upTo())) {
                throw new IllegalArgumentException("The band up to %s must end after the one before it, up to %s."
                        .formatted(bands.get(i).upTo(), bands.get(i - 1).upTo()));
            }
        }
    }

    /** Reads {@code 10:1,15:0.6667,20:0.3333}: the end of each band and its weight. */
    public static Bands parse(String text, Closed closed) {
        var bands = new ArrayList<Band>();
        for (var band : text.split(",", -1)) {
            var parts = band.split(":", -1);
            try {
                if (parts.length != 2) {
                    throw new NumberFormatException(band);
                }
                bands.add(new Band(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "The band (%s) must be an end and a weight.%nMaybe 10:1,15:0.6667,20:0.3333.".formatted(band),
                        e);
            }
        }
        return new Bands(bands, closed);
    }

    @Override
    public double weight(double cost) {
        for (var band : bands) {
            if (cost < band.upTo() || (closed == Closed.RIGHT && cost == band.upTo())) {
                return band.weight();
            }
        }
        return 0;
    }

    /** Where the last band ends. */
    public double end() {
        return bands.get(bands.size() - 1).upTo();
    }
}
