package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Rolling;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model expects of a group from every origin, on its way to the network.
 *
 * @param model the model
 * @param later whether it is made to be scored six weeks ahead
 * @param group the group
 * @param means by interval ahead, one origin after the other
 */
public record GroupPath(String model, boolean later, String group, List<Double> means) {
    static GroupPath of(String model, boolean later, String group, Rolling path) {
        var means = new ArrayList<Double>();
        for (var each : path.means()) {
            for (double mean : each) {
                means.add(mean);
            }
        }
        return new GroupPath(model, later, group, means);
    }

    /** The paths again, which are all of the same length. */
    Rolling from(int[] origins) {
        int length = means.size() / origins.length;
        var paths = new double[origins.length][length];
        for (int k = 0; k < origins.length; k++) {
            for (int h = 0; h < length; h++) {
                paths[k][h] = means.get(k * length + h);
            }
        }
        return new Rolling(origins, paths);
    }
}
