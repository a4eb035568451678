package fr.vigie.forecast;

/** The value on both sides of which half of the weight lies, interpolated. */
final class WeightedMedian {
    private WeightedMedian() {}

    /**
     * With values in ascending order and shares c_i = (w_1 + ... + w_i - w_i / 2) / sum of w: the linear interpolation of
     * the values at c = 1/2. With equal weights this is the usual median.
     *
     * @param values at least one; left as they are
     * @param weights zero or more, one for each value, not all zero
     */
    static double of(double[] values, double[] weights) {
        int size = values.length;
        var order = new int[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += weights[i];
            int j = i;
            for (; j > 0 && values[order[j - 1]] > values[i]; j--) {
                order[j] = order[j - 1];
            }
            order[j] = i;
        }
        double before = 0;
        double last = values[order[0]];
        double lastShare = 0;
        for (int i = 0; i < size; i++) {
            double weight = weights[order[i]] / total;
            double share = before + weight / 2;
            double value = values[order[i]];
            if (share >= 0.5) {
                double step = share - lastShare;
                return i == 0 || step <= 0 ? value : last + (0.5 - lastShare) / step * (value - last);
            }
            before += weight;
            last = value;
            lastShare = share;
        }
        return last;
    }
}
