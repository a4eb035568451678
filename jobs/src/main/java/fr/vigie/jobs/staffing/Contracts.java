package fr.vigie.jobs.staffing;

import fr.vigie.input.Contract;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.StaffingConfig.Pooling;
import fr.vigie.load.DayLoad;
import fr.vigie.load.ServiceLevelTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which service level is promised to each practice on which day: that of the contract valid then, or the service's where the
 * contract says nothing.
 */
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

    /** A practice's contracts by their first days; null: the contract says nothing. */
    private record Client(
            String practiceId,
            String team,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            NavigableMap<LocalDate, Optional<ServiceLevelTarget>> levels) {

        boolean isOn(LocalDate day) {
            return (since == null || !since.isAfter(day)) && (until == null || !until.isBefore(day));
        }

        Promise on(LocalDate day, ServiceLevelTarget usual) {
            var contract = levels.floorEntry(day);
            var own = contract == null ? Optional.<ServiceLevelTarget>empty() : contract.getValue();
            return new Promise(practiceId, team, own.orElse(usual), own.isPresent());
        }
    }

    private final ServiceLevelTarget usual;
    private final List<Client> clients;

    private Contracts(ServiceLevelTarget usual, List<Client> clients) {
        this.usual = usual;
        this.clients = clients;
    }

    /** Those of the clients from a run's date on, contracts that are to begin included. */
    static Contracts of(StageRun run, Pooling pooling) {
        var levels = new HashMap<String, TreeMap<LocalDate, Contract>>();
        run.read(Tables.CONTRACT).collectAsList().forEach(contract -> levels.computeIfAbsent(
                        contract.practiceId(), id -> new TreeMap<>())
                .put(contract.validFrom(), contract));
        var clients = new ArrayList<Client>();
        run.read(Tables.PRACTICE).collectAsList().stream()
                .filter(practice -> practice.clientUntil() == null
                        || !practice.clientUntil().isBefore(run.asOf()))
                .sorted(Comparator.comparing(PracticeRow::practiceId))
                .forEach(practice -> {
                    var team = team(practice, pooling);
                    if (team != null) {
                        clients.add(new Client(
                                practice.practiceId(),
                                team,
                                practice.clientSince(),
                                practice.clientUntil(),
                                inForce(levels.getOrDefault(practice.practiceId(), new TreeMap<>()), run.asOf())));
                    }
                });
        return new Contracts(run.service().serviceLevelTarget(), clients);
    }

    /** What is promised from a day on; what was over before is not looked at. */
    private static NavigableMap<LocalDate, Optional<ServiceLevelTarget>> inForce(
            NavigableMap<LocalDate, Contract> contracts, LocalDate from) {
        var first = contracts.floorKey(from);
        var levels = new TreeMap<LocalDate, Optional<ServiceLevelTarget>>();
        (first == null ? contracts : contracts.tailMap(first, true))
                .forEach((day, contract) -> levels.put(day, Optional.ofNullable(level(contract))));
        return levels;
    }

    private static @Nullable String team(PracticeRow practice, Pooling pooling) {
        return pooling == Pooling.NETWORK ? DayLoad.NETWORK : practice.group();
    }

    private static @Nullable ServiceLevelTarget level(Contract contract) {
        if (contract.serviceLevel() == null) {
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

    /** What is promised to the clients of a day. */
    List<Promise> on(LocalDate day) {
        return clients.stream()
                .filter(client -> client.isOn(day))
                .map(client -> client.on(day, usual))
                .toList();
    }

    /** How a team is sized on a day, so that the service's promises and all these are kept together. */
    StaffingRules keptBeside(StaffingRules rules, String team, LocalDate day) {
        return rules.keeping(levels(team, day));
    }

    /** The different levels that are promised to the practices of a team on a day, the most demanding time first. */
    List<ServiceLevelTarget> levels(String team, LocalDate day) {
        return on(day).stream()
                .filter(promise -> promise.team().equals(team))
                .map(Promise::level)
                .distinct()
                .sorted(Comparator.comparingDouble(ServiceLevelTarget::seconds)
                        .thenComparingDouble(ServiceLevelTarget::share))
                .toList();
    }
}
