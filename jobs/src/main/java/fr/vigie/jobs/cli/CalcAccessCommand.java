package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.territory.Bands;
import fr.vigie.territory.Closed;
import fr.vigie.territory.Decay;
import fr.vigie.territory.FloatingCatchment;
import fr.vigie.territory.Place;
import fr.vigie.territory.Trip;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie calc access}: accessibility by floating catchment, from three plain files. */
@Command(
        name = "access",
        description = {
            "Accessibility of places by the two-step floating catchment area.",
            "Pairs without a row in the travel file are out of reach; a place that nobody reaches has 0."
        })
final class CalcAccessCommand implements Callable<Integer> {
    @Option(names = "--supply", required = true, paramLabel = "FILE", description = "id, supply")
    Path supply = Path.of("");

    @Option(names = "--demand", required = true, paramLabel = "FILE", description = "id, demand")
    Path demand = Path.of("");

    @Option(names = "--travel", required = true, paramLabel = "FILE", description = "demand_id, supply_id, cost")
    Path travel = Path.of("");

    @ArgGroup(multiplicity = "1")
    Weighting weighting = new Weighting();

    /** How a cost becomes a weight: one of the two. */
    static final class Weighting {
        @Option(
                names = "--weights",
                required = true,
                paramLabel = "BANDS",
                description = "the end and the weight of each band of cost, e.g. 10:1,15:0.6667,20:0.3333")
        @Nullable
        String weights;

        @Option(
                names = "--decay",
                required = true,
                paramLabel = "DECAY",
                description = "exponential:0.12 is exp(-0.12 cost), gaussian:180 is exp(-cost²/180), inverse is 1/cost")
        @Nullable
        String decay;
    }

    @Option(
            names = "--closed",
            paramLabel = "left|right",
            description = "to which band a boundary belongs: left the farther, right the nearer one (default: left)")
    @Nullable
    Closed closed;

    @Option(names = "--max-cost", paramLabel = "C", description = "beyond this cost a place is out of reach")
    @Nullable
    Double maxCost;

    @Option(names = "--output", paramLabel = "FILE", description = "where to write (default: standard output)")
    @Nullable
    Path output;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var decay = decay();
        var table = PlainOutput.to(output, spec, supply, demand, travel);
        var people = places(demand, "demand");
        var suppliers = places(supply, "supply");
        var trips = trips(decay);
        try {
            var access = new FloatingCatchment(decay, people, trips).access(suppliers);
            table.write(
                    List.of("id", "accessibility"),
                    access.stream()
                            .map(place -> List.of(place.id(), String.valueOf(place.amount())))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw UserError.failed(
                    "%s, %s and %s do not go together: %s".formatted(supply, demand, travel, e.getMessage()));
        }
        return 0;
    }

    private Decay decay() {
        try {
            return maxCost == null ? weights() : weights().within(maxCost);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private Decay weights() {
        if (weighting.weights != null) {
            return Bands.parse(weighting.weights, closed == null ? Closed.LEFT : closed);
        }
        if (closed != null) {
            throw UserError.usage("--closed tells where bands end.\nMaybe use it with --weights.");
        }
        return Decay.parse(String.valueOf(weighting.decay));
    }

    private static List<Place> places(Path file, String amount) {
        return PlainCsv.read(file, "id", amount)
                .withKey("id")
                .each(row -> new Place(row.text("id"), row.number(amount)));
    }

    /** A trip whose cost the decay cannot weigh, such as 0 by the inverse, is a fault of its line. */
    private List<Trip> trips(Decay decay) {
        return PlainCsv.read(travel, "demand_id", "supply_id", "cost")
                .withKey("demand_id", "supply_id")
                .each(row -> {
                    var trip = new Trip(row.text("demand_id"), row.text("supply_id"), row.number("cost"));
                    decay.weight(trip.cost());
                    return trip;
                });
    }
}
