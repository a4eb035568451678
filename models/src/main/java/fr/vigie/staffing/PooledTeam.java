package fr.vigie.staffing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One team for several practices, each with the promises of its own contract.
 *
 * <p>Calls are answered in the order in which they come, whomever they are for. So every practice's callers live through the
 * same waits (arrivals are Poisson and see the same queue), and the team keeps every contract when it keeps all promises
 * together: the strictest one decides. The queue is Erlang A of all calls with their mean handling time; that handling
 * times differ by practice, a mixture rather than one exponential, is not in the figures.
 *
 * @param practices at least one, of different names
 * @param patienceSeconds callers' mean patience in seconds
 * @param minAgents never fewer
 * @param maxAgents never more
 */
public record PooledTeam(List<PooledPractice> practices, double patienceSeconds, int minAgents, int maxAgents) {
    public PooledTeam {
        practices = List.copyOf(practices);
        if (practices.isEmpty()) {
            throw new IllegalArgumentException("The team has no practice.\nMaybe it is not needed.");
        }
        var names = new HashSet<String>();
        for (var practice : practices) {
            if (!names.add(practice.name())) {
                throw new IllegalArgumentException(
                        "The practice '%s' is twice in the team.\nMaybe add its calls up.".formatted(practice.name()));
            }
        }
        new Sizing(practices.get(0).promises(), minAgents, maxAgents);
    }

    /** The queue of all calls. */
    public ErlangA queue() {
        return queue(practices);
    }

    private ErlangA queue(List<PooledPractice> some) {
        double calls = some.stream().mapToDouble(PooledPractice::callsPerHour).sum();
        double erlangs = some.stream().mapToDouble(PooledPractice::erlangs).sum();
        return new ErlangA(erlangs, erlangs * 3600 / calls, patienceSeconds);
    }

    private Sizing.Answer size(ErlangA queue, List<PooledPractice> promised) {
        var promises = promised.stream()
                .flatMap(practice -> practice.promises().stream())
                .distinct()
                .toList();
        return new Sizing(promises, minAgents, maxAgents).of(queue);
    }

    /** The least agents that keep every contract, or the promises that stand in the way. */
    public Sizing.Answer size() {
        return size(queue(), practices);
    }

    /** The practices of which one agent fewer would break a promise; none where the least agents there may be are enough. */
    public List<String> binding() {
        if (!(size() instanceof Sizing.Enough enough)) {
            return List.of();
        }
        Set<Target> binding = Set.copyOf(enough.binding());
        return practices.stream()
                .filter(practice -> practice.promises().stream().anyMatch(binding::contains))
                .map(PooledPractice::name)
                .toList();
    }

    /** The practices to which that many agents break a promise. */
    public List<String> brokenWith(int agents) {
        var performance = queue().with(agents);
        return practices.stream()
                .filter(practice -> practice.promises().stream().anyMatch(promise -> !promise.keptBy(performance)))
                .map(PooledPractice::name)
                .toList();
    }

    /**
     * What a practice's contract costs its team: the agents that would do less if only the others were promised something,
     * its calls being answered all the same.
     */
    public int priceOfPromise(String practice) {
        var others = others(practice);
        return others.isEmpty()
                ? size().performance().agents() - minAgents
                : size().performance().agents()
                        - size(queue(), others).performance().agents();
    }

    /** The agents of teams of their own, practice by practice: what pooling saves is these less those of the team. */
    public int agentsApart() {
        return practices.stream()
                .mapToInt(practice -> size(queue(List.of(practice)), List.of(practice))
                        .performance()
                        .agents())
                .sum();
    }

    /**
     * The agents when one practice has its own team and the others stay together: fewer than {@link #size()} where a strict
     * promise to few callers binds a large team.
     */
    public int agentsWithout(String practice) {
        var others = others(practice);
        var own = practices.stream().filter(each -> !others.contains(each)).toList();
        int apart = size(queue(own), own).performance().agents();
        return others.isEmpty()
                ? apart
                : apart + size(queue(others), others).performance().agents();
    }

    private List<PooledPractice> others(String practice) {
        var others = new ArrayList<>(practices);
        if (!others.removeIf(each -> each.name().equals(practice))) {
            throw new IllegalArgumentException(
                    "The practice '%s' is not in the team; there are %s.\nMaybe name one of these."
                            .formatted(
                                    practice,
                                    String.join(
                                            ", ",
                                            practices.stream()
                                                    .map(PooledPractice::name)
                                                    .toList())));
        }
        return others;
    }
}
