package fr.vigie.territory;

/** A mean in the making, over values in the order in which they are added. */
final class WeightedMean {
    private double sum;
    private double weights;

    void add(double value, double weight) {
        sum += value * weight;
        weights += weight;
    }

    boolean isEmpty() {
        return weights == 0;
    }

    double value() {
        return sum / weights;
    }
}
