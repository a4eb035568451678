package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Contract;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.StaffingConfig.Pooling;
import fr.vigie.load.DayLoad;
import fr.vigie.load.ServiceLevelTarget;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which service level is promised to each practice: its contract's, or the service's where the contract says nothing. */
final class Contracts {
    /**
     * A practice and what is promised to it.
     *
     * @param practiceId the practice
     * @param team who answers it
     * @param level what is promised
     * @param isOwn whether its contract says so
     */
    record Promise(String practiceId, String team, ServiceLevelTarget level, boolean isOwn) {}

    private final List<Promise> promises;

    private Contracts(List<Promise> promises) {
        this.promises = promises;
    }

    /** Those of the clients of a run's date. */
    static Contracts of(StageRun run, Pooling pooling) {
        var usual = run.service().serviceLevelTarget();
        var latest = new HashMap<String, Contract>();
        run.read(Tables.CONTRACT)
                .where(col("validFrom").leq(lit(run.asOf())))
                .collectAsList()
                .forEach(contract -> latest.merge(
                        contract.practiceId(),
                        contract,
                        (one, other) -> one.validFrom().isAfter(other.validFrom()) ? one : other));
        return new Contracts(run.read(Tables.PRACTICE).collectAsList().stream()
                .filter(practice -> practice.clientUntil() == null
                        || !practice.clientUntil().isBefore(run.asOf()))
                .filter(practice -> team(practice, pooling) != null)
                .sorted(Comparator.comparing(PracticeRow::practiceId))
                .map(practice -> {
                    var own = level(latest.get(practice.practiceId()));
                    return new Promise(
                            practice.practiceId(),
                            Objects.requireNonNull(team(practice, pooling)),
                            own == null ? usual : own,
                            own != null);
                })
                .toList());
    }

    private static @Nullable String team(PracticeRow practice, Pooling pooling) {
        return pooling == Pooling.NETWORK ? DayLoad.NETWORK : practice.group();
    }

    private static @Nullable ServiceLevelTarget level(@Nullable Contract contract) {
        if (contract == null || contract.serviceLevel() == null) {
            return null;
        }
        try {
            var level = ServiceLevelTarget.parse(contract.serviceLevel());
            if (level.share() < 1) {
                return level;
            }
        } catch (IllegalArgumentException e) {
            // Told below, with the practice.
        }
        throw UserError.failed(
                "The contract of practice %s promises the service level '%s', which is not a share below 1 within a number of seconds.\nMaybe it is 0.8@20 in the contracts file."
                        .formatted(contract.practiceId(), contract.serviceLevel()));
    }

    List<Promise> all() {
        return promises;
    }

    /** How each team whose practices are known is sized, so that the service's promises and all these are kept together. */
    Map<String, StaffingRules> keptBeside(StaffingRules rules) {
        var byTeam = new TreeMap<String, StaffingRules>();
        levels().forEach((team, levels) -> byTeam.put(team, rules.keeping(levels)));
        return byTeam;
    }

    /** The different levels that are promised to the practices of each team, the most demanding time first. */
    Map<String, List<ServiceLevelTarget>> levels() {
        var sets = new TreeMap<String, TreeSet<ServiceLevelTarget>>();
        promises.forEach(promise -> sets.computeIfAbsent(
                        promise.team(),
                        team -> new TreeSet<>(Comparator.comparingDouble(ServiceLevelTarget::seconds)
                                .thenComparingDouble(ServiceLevelTarget::share)))
                .add(promise.level()));
        var levels = new TreeMap<String, List<ServiceLevelTarget>>();
        sets.forEach((team, set) -> levels.put(team, List.copyOf(set)));
        return levels;
    }
}
