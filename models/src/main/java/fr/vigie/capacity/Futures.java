package fr.vigie.capacity;

import fr.vigie.capacity.PersonHours.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The paths: what each person gives and what each month brings, drawn once. Every person has random numbers of their own, so
 * that one hire more changes nothing about the others.
 */
final class Futures {
    private static final String GENERATOR = "L64X128MixRandom";
    private static final long HAZARDS = 1;
    private static final long CALLS = 2;
    private static final long MEMBERS = 1_000;
    private static final long HIRES = 1_000_000;

    private final Demand demand;
    private final Supply supply;
    private final int paths;
    private final long seed;
    private final Hazards[] hazards;
    private final double[][] calls;
    private final List<List<PersonHours>> hired = new ArrayList<>();

    Futures(Demand demand, Supply supply, int paths, long seed) {
        this.demand = demand;
        this.supply = supply;
        this.paths = paths;
        this.seed = seed;
        hazards = new Hazards[paths];
        calls = new double[paths][];
        var ofHazards = random(HAZARDS);
        var ofCalls = random(CALLS);
        for (int path = 0; path < paths; path++) {
            hazards[path] = supply.attrition().draw(ofHazards);
            calls[path] = demand.draw(ofCalls);
        }
        for (int month = 0; month < demand.months(); month++) {
            hired.add(new ArrayList<>());
        }
    }

    /** The calls by path and month. */
    double[][] calls() {
        return calls;
    }

    /** What the operators at the start give. */
    List<PersonHours> members() {
        var hours = new ArrayList<PersonHours>();
        for (int i = 0; i < supply.members().size(); i++) {
            var member = supply.members().get(i);
            var random = random(MEMBERS + i);
            double comes = Math.max(0, -member.tenureMonths());
            double firstCall = supply.hiring().trainingMonths(member.hoursPerWeek()) - member.trainedMonths();
            var stays = new Stay[paths];
            for (int path = 0; path < paths; path++) {
                double stay = hazards[path].monthsLeft(Math.max(0, member.tenureMonths()), random.nextExponential());
                stays[path] = new Stay(comes, Math.min(member.leavesInMonths(), comes + stay), firstCall);
            }
            hours.add(PersonHours.of(stays, member.hoursPerWeek(), supply, demand));
        }
        return hours;
    }

    /** What one of those whom a month's decision hires gives. */
    PersonHours hired(int month, int number) {
        var ofMonth = hired.get(month);
        while (ofMonth.size() <= number) {
            ofMonth.add(drawHired(month, ofMonth.size()));
        }
        return ofMonth.get(number);
    }

    private PersonHours drawHired(int month, int number) {
        var hiring = supply.hiring();
        var random = random(HIRES * (month + 1) + number);
        double comes = month + hiring.leadMonths();
        double firstCall = comes + hiring.trainingMonths(hiring.hoursPerWeek());
        var stays = new Stay[paths];
        for (int path = 0; path < paths; path++) {
            stays[path] = new Stay(comes, comes + hazards[path].monthsLeft(0, random.nextExponential()), firstCall);
        }
        return PersonHours.of(stays, hiring.hoursPerWeek(), supply, demand);
    }

    private RandomGenerator random(long stream) {
        // The golden ratio keeps streams of neighbouring seeds apart (D. Knuth, TAOCP 6.4).
        return RandomGeneratorFactory.of(GENERATOR).create(seed * 0x9E3779B97F4A7C15L + stream);
    }
}
