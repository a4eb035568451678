package fr.vigie.scenario;

import static fr.vigie.scenario.Plans.CONDITIONS;
import static fr.vigie.scenario.Plans.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final Plan WEEK = Plans.week(null);
    private static final Outcome BASE = CONDITIONS.judge(WEEK);

    private static double wait(Outcome outcome) {
        return Objects.requireNonNull(outcome.meanWaitSeconds());
    }

    private static double level(Outcome outcome) {
        return Objects.requireNonNull(outcome.serviceLevel());
    }

    @Test
    void anIntervalIsErlangA() {
        var interval = new PlannedInterval(
                "all", Plans.MONDAY.atTime(9, 0), 30, List.of(new CallStream("booking", 150, 90)), 300, 9);
        var outcome = CONDITIONS.judge(new Plan(List.of(interval), 1, 0));
        var exact = new ErlangA(7.5, 90, 300).with(9);
        assertEquals(7.5 / 2, outcome.handlingHours(), 1e-12);
        assertEquals(exact.meanWaitSeconds(), outcome.meanWaitSeconds());
        assertEquals(exact.asaSeconds(), outcome.asaSeconds());
        assertEquals(exact.abandonment(), outcome.abandonment());
        assertEquals(exact.occupancy(), Objects.requireNonNull(outcome.occupancy()), 1e-12);
        assertEquals(Objects.requireNonNull(exact.serviceLevel(ServiceLevel.offered(20))), level(outcome), 1e-12);
        assertEquals("erlang-a", outcome.method());
        int needed =
                CONDITIONS.sizing().of(new ErlangA(7.5, 90, 300)).performance().agents();
        assertEquals(needed, outcome.peakAgents());
        assertEquals(needed * 0.5 / 0.75, outcome.neededHours(), 1e-12);
        assertEquals(needed * 0.5 / 0.75 * Plans.EUROS_PER_HOUR, outcome.euros(), 1e-9);
    }

    @Test
    void handlingTimeOfAMixIsWeighedByCalls() {
        var interval = WEEK.intervals().get(8);
        double calls = interval.calls();
        var queue = CONDITIONS.queue(interval, 1).orElseThrow();
        assertEquals((0.8 * Plans.BOOKING_AHT + 0.2 * Plans.URGENT_AHT), queue.ahtSeconds(), 1e-9);
        assertEquals(calls * 2 * queue.ahtSeconds() / 3600, queue.offeredErlangs(), 1e-9);
    }

    @Test
    void hoursThatAChangeAddsHaveOperatorsForTheNextOne() {
        var longer = "longer-hours=07:00-20:00";
        var absent = Scenario.of("absent", List.of(longer, "absent=1")).outcome(WEEK, CONDITIONS);
        assertTrue(wait(absent) > wait(Scenario.of("longer", List.of(longer)).outcome(WEEK, CONDITIONS)));
        var overflow = Scenario.of("overflow", List.of(longer, "overflow=100%,price=1"))
                .outcome(WEEK, CONDITIONS);
        assertEquals(0, overflow.partnerCalls(), 1e-9, "who answers all need no partner");
    }

    @Test
    void withoutPlannedOperatorsTheBaseKeepsItsPromises() {
        assertTrue(level(BASE) >= 0.8);
        assertEquals(0, BASE.outOfReach());
        assertEquals(BASE.neededHours(), BASE.plannedHours(), 1e-9);
        assertNull(BASE.revenueEuros());
    }

    @Test
    void moreCallsNeedMoreOperatorsAndWaitLongerForThoseThere() {
        var more = outcome(WEEK, "volume=+20%");
        assertEquals(1.2 * BASE.calls(), more.calls(), 1e-6);
        assertTrue(more.neededHours() > BASE.neededHours());
        // A larger team is busier: hours grow by less than calls.
        assertTrue(more.neededHours() < 1.2 * BASE.neededHours());
        assertEquals(BASE.plannedHours(), more.plannedHours(), 1e-9);
        assertTrue(wait(more) > 2 * wait(BASE));
        assertTrue(more.euros() > BASE.euros());
    }

    @Test
    void longerCallsAreMoreLoadAndAsManyCalls() {
        var longer = outcome(WEEK, "handling-time=+10%");
        assertEquals(BASE.calls(), longer.calls(), 1e-9);
        assertEquals(1.1 * BASE.handlingHours(), longer.handlingHours(), 1e-9);
        assertTrue(wait(longer) > wait(BASE));
    }

    @Test
    void absentOperatorsChangeNothingButWhatCallersLiveThrough() {
        var fewer = outcome(WEEK, "absent=2");
        assertEquals(BASE.neededHours(), fewer.neededHours(), 1e-9);
        assertEquals(BASE.plannedHours() - 2 * 72 / 0.75, fewer.plannedHours(), 1e-6);
        assertTrue(level(fewer) < 0.8);
        assertTrue(Objects.requireNonNull(fewer.occupancy()) > Objects.requireNonNull(BASE.occupancy()));
    }

    @Test
    void absentOperatorsAreTakenFromTheLargestTeam() {
        var teams = new ArrayList<>(Plans.day("large", Plans.MONDAY, 12));
        teams.addAll(Plans.day("small", Plans.MONDAY, 11));
        var after = Scenario.of("absent", List.of("absent=3")).applyTo(new Plan(teams, 1, 0), CONDITIONS);
        for (var interval : after.intervals()) {
            assertEquals(10, interval.agents());
        }
    }

    @Test
    void whereNobodyIsLeftEverybodyHangsUp() {
        var nobody = outcome(Plans.day(2), "absent=2");
        assertEquals(1.0, nobody.abandonment());
        assertEquals(0.0, nobody.serviceLevel());
        assertEquals(Plans.PATIENCE, wait(nobody), 1e-9);
        assertNull(nobody.occupancy());
        assertNull(nobody.asaSeconds());
    }

    @Test
    void anAttendantSettlesByKindAndTheRestComesOnInItsOwnTime() {
        var with = outcome(WEEK, "attendant=0,booking=85%,aht=90s,per-call=0.30,per-month=500");
        double bookings = 0.8 * BASE.calls();
        double urgent = 0.2 * BASE.calls();
        assertEquals(0.85 * bookings, with.settledCalls(), 1e-6);
        assertEquals(urgent + 0.15 * bookings, with.calls(), 1e-6);
        assertEquals((urgent * 120 + 0.15 * bookings * 90) / 3600, with.handlingHours(), 1e-6);
        assertEquals(
                with.neededHours() * Plans.EUROS_PER_HOUR + 0.30 * bookings + 500 * 7 / 30.4375, with.euros(), 1e-6);
        assertTrue(with.neededHours() < 0.8 * BASE.neededHours());
    }

    @Test
    void aFormIsWorkAtTheDesk() {
        var with = outcome(WEEK, "online-form=40%,desk=30s");
        assertEquals(0.4 * BASE.calls(), with.settledCalls(), 1e-6);
        assertEquals(0.6 * BASE.calls(), with.calls(), 1e-6);
        var without = outcome(WEEK, "online-form=40%");
        assertEquals(0.4 * BASE.calls() * 30 / 3600 / 0.75, with.neededHours() - without.neededHours(), 1e-6);
    }

    @Test
    void callsOfAProtectedTimeComeLaterTheSameDay() {
        var plan = Scenario.of("calm", List.of("protected-time=10:00-10:30,later=80%,within=60m"))
                .applyTo(Plans.day(12), CONDITIONS);
        var before = Plans.day(12).intervals();
        var after = plan.intervals();
        double displaced = before.get(6).calls();
        assertEquals(0, after.get(6).calls());
        assertEquals(12, after.get(6).present());
        assertEquals(0, after.get(6).agents());
        assertEquals(before.get(7).calls() + 0.4 * displaced, after.get(7).calls(), 1e-9);
        assertEquals(before.get(8).calls() + 0.4 * displaced, after.get(8).calls(), 1e-9);
        assertEquals(before.get(9).calls(), after.get(9).calls(), 1e-9);
        assertEquals(0.2 * displaced, plan.ledger().lostCalls(), 1e-9);
        assertEquals(
                Plans.calls(Plans.day(12)), Plans.calls(plan) + plan.ledger().lostCalls(), 1e-9);
    }

    @Test
    void protectedTimeIsPaid() {
        var calm = outcome(Plans.day(12), "protected-time=10:00-10:30");
        assertEquals(CONDITIONS.judge(Plans.day(12)).plannedHours(), calm.plannedHours(), 1e-9);
        assertEquals(0, calm.lostCalls());
    }

    @Test
    void whatAProtectedTimeNeedsDoesNotDependOnTheRoster() {
        var change = "protected-time=10:00-10:30,later=90%";
        double needed = outcome(Plans.day(12), change).neededHours();
        assertEquals(needed, outcome(Plans.day(3), change).neededHours(), 1e-9);
        assertEquals(needed, outcome(Plans.day(0), change).neededHours(), 1e-9);
        assertTrue(needed >= CONDITIONS.judge(Plans.day(12)).neededHours());
    }

    @Test
    void callsOfAProtectedTimeDoNotComeInAnotherOne() {
        var late = "protected-time=10:00-10:30";
        var early = "protected-time=09:30-10:00";
        var one = outcome(Plans.day(12), late, early);
        var other = outcome(Plans.day(12), early, late);
        assertEquals(other.calls(), one.calls(), 1e-6);
        // Which half-hours they come in depends on the order a little; none comes where nobody answers.
        assertEquals(Objects.requireNonNull(other.abandonment()), Objects.requireNonNull(one.abandonment()), 0.01);
    }

    @Test
    void whoIsAbsentIsAbsentFromProtectedTimeToo() {
        var after = outcome(Plans.day(12), "protected-time=10:00-10:30", "absent=2");
        var before = outcome(Plans.day(12), "absent=2", "protected-time=10:00-10:30");
        assertEquals(before.plannedHours(), after.plannedHours(), 1e-9);
    }

    @Test
    void nobodyIsPaidForCallsThatAllComeBack() {
        assertEquals(
                0, outcome(Plans.day(3), "overflow=100%,price=1,quality=0%").partnerCalls());
        assertEquals(
                CONDITIONS.judge(Plans.day(3)).euros(),
                outcome(Plans.day(3), "overflow=100%,price=1,quality=0%").euros(),
                1e-9);
    }

    @Test
    void whoIsProtectedAtTheEndOfTheDayIsNotReachedLater() {
        var calm = outcome(Plans.day(12), "protected-time=18:30-19:00");
        assertEquals(Plans.day(12).intervals().get(23).calls(), calm.lostCalls(), 1e-9);
    }

    @Test
    void aPartnerTakesAShareInItsHours() {
        var with = outcome(Plans.day(12), "outsourcing=30%,price=1.20,aht=100s,hours=12:00-14:00,quality=90%");
        var before = Plans.day(12);
        double noon = before.intervals().subList(10, 14).stream()
                .mapToDouble(PlannedInterval::calls)
                .sum();
        assertEquals(0.3 * noon * 0.9, with.partnerCalls(), 1e-9);
        assertEquals(0.3 * noon * 100 / 3600, with.partnerHours(), 1e-9);
        assertEquals(Plans.calls(before) - 0.3 * noon * 0.9, with.calls(), 1e-9);
        assertEquals(with.neededHours() * Plans.EUROS_PER_HOUR + 0.3 * noon * 1.2, with.euros(), 1e-6);
    }

    @Test
    void overflowIsTheLeastThatKeepsThePromises() {
        var plan = Plans.day(7);
        var overflow = new Overflow(1, new Partner(1, null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1));
        var after = overflow.applyTo(plan, CONDITIONS);
        boolean any = false;
        for (int i = 0; i < plan.intervals().size(); i++) {
            var before = plan.intervals().get(i);
            var interval = after.intervals().get(i);
            assertTrue(CONDITIONS.keeps(interval, CONDITIONS.queue(interval, 1).orElseThrow(), 7));
            double kept = interval.calls() / before.calls();
            if (kept < 1) {
                any = true;
                assertTrue(!CONDITIONS.keeps(
                        before, CONDITIONS.queue(before, kept + 0.001).orElseThrow(), 7));
            }
        }
        assertTrue(any);
        assertEquals(Plans.calls(plan), Plans.calls(after) + after.ledger().partnerCalls(), 1e-9);
    }

    @Test
    void whatIsTooMuchForTheMostThatMayOverflowStays() {
        var after = Scenario.of("o", List.of("overflow=10%,price=1")).applyTo(Plans.day(1), CONDITIONS);
        assertEquals(0.9 * Plans.calls(Plans.day(1)), Plans.calls(after), 1e-9);
    }

    @Test
    void longerHoursAddIntervalsWithTheDaysMix() {
        var plan = Scenario.of("longer", List.of("longer-hours=07:00-21:00,further=4%,moved=6%"))
                .applyTo(Plans.day(12), CONDITIONS);
        var calls = Plans.calls(Plans.day(12));
        assertEquals(28, plan.intervals().size());
        var last = plan.intervals().get(27);
        assertEquals(LocalTime.of(20, 30), last.startsAt().toLocalTime());
        assertEquals(0.1 * calls / 4, last.calls(), 1e-9);
        assertEquals(1.04 * calls, Plans.calls(plan), 1e-9);
        assertNull(last.agents());
        var judged = CONDITIONS.judge(plan);
        assertTrue(judged.neededHours() > CONDITIONS.judge(Plans.day(12)).neededHours());
    }

    @Test
    void offersEarnByCallOrByMonth() {
        var byCall = outcome(WEEK, "offer-by-call=1.00");
        double answered = BASE.calls() * (1 - Objects.requireNonNull(BASE.abandonment()));
        assertEquals(answered, Objects.requireNonNull(byCall.revenueEuros()), 1e-6);
        var byMonth = outcome(WEEK, "offer-by-month=600");
        assertEquals(600 * 250 * 7 / 30.4375, Objects.requireNonNull(byMonth.revenueEuros()), 1e-6);
        assertEquals(BASE.euros(), byMonth.euros(), 1e-9);
    }

    @Test
    void changesComeOneAfterTheOther() {
        var both = outcome(WEEK, "volume=+20%", "attendant=50%");
        assertEquals(0.6 * BASE.calls(), both.calls(), 1e-6);
        assertEquals(0.6 * BASE.calls(), both.settledCalls(), 1e-6);
    }

    @Test
    void nothingChangesWhereAChangeIsOfNothing() {
        var same = outcome(WEEK, "volume=0", "handling-time=0%", "attendant=0%", "outsourcing=0,price=1");
        assertEquals(BASE, same);
    }

    @Test
    void redialsAreLoadAsWell() {
        var conditions = Plans.conditions(0.4);
        var plan = Plans.day(6);
        var calm = CONDITIONS.judge(plan);
        var redialling = conditions.judge(plan);
        assertEquals("erlang-x", redialling.method());
        assertTrue(wait(redialling) > wait(calm));
        assertTrue(redialling.neededHours() >= calm.neededHours());
    }

    @Test
    void aPromiseThatNobodyCanKeepIsCounted() {
        var few = new Conditions(
                new Sizing(CONDITIONS.sizing().targets(), 1, 3), CONDITIONS.measure(), 0, CONDITIONS.cost());
        var outcome = few.judge(Plans.day(3));
        assertTrue(outcome.outOfReach() > 0);
        assertEquals(3, outcome.peakAgents());
    }

    @Test
    void eachTeamKeepsWhatItsContractsPromise() {
        var strict = new Sizing(
                List.of(CONDITIONS.sizing().targets().get(0), new Target.Answered(0.95, ServiceLevel.offered(10))),
                1,
                200);
        var conditions = new Conditions(
                CONDITIONS.sizing(),
                Map.of(new TeamDay("strict", Plans.MONDAY), strict),
                CONDITIONS.measure(),
                0,
                CONDITIONS.cost());
        var usual = new Plan(Plans.day("all", Plans.MONDAY, 7), 1, 250);
        var promised = new Plan(Plans.day("strict", Plans.MONDAY, 7), 1, 250);
        assertEquals(CONDITIONS.judge(usual), conditions.judge(usual), "no other team pays for it");
        assertTrue(conditions.judge(promised).neededHours()
                > conditions.judge(usual).neededHours());
        var tomorrow = Plans.MONDAY.plusDays(1);
        assertEquals(
                conditions
                        .judge(new Plan(Plans.day("all", tomorrow, 7), 1, 250))
                        .neededHours(),
                conditions
                        .judge(new Plan(Plans.day("strict", tomorrow, 7), 1, 250))
                        .neededHours(),
                "the contract is over then");
        assertEquals(
                conditions.judge(usual).meanWaitSeconds(),
                conditions.judge(promised).meanWaitSeconds(),
                "those present are the same");
        var overflow = Scenario.of("test", List.of("overflow=100%,price=1"));
        assertTrue(overflow.outcome(promised, conditions).partnerCalls()
                > overflow.outcome(usual, conditions).partnerCalls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protected-time=03:00-04:00",
                "protected-time=10:10-10:40",
                "longer-hours=08:00-18:00",
                "attendant=40%,nothing=20%"
            })
    void whatThePlanDoesNotHaveCannotBeChanged(String change) {
        var error = assertThrows(IllegalArgumentException.class, () -> outcome(WEEK, change));
        assertTrue(assertNotNullMessage(error).contains("\nMaybe "));
    }

    private static String assertNotNullMessage(Exception error) {
        assertNotNull(error.getMessage());
        return String.valueOf(error.getMessage());
    }
}
