package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PooledTeamTest {
    private static final PooledPractice USUAL = practice("usual", 300, 0.8, 20);
    private static final PooledPractice STRICT = practice("strict", 20, 0.95, 10);
    private static final PooledPractice EASY = practice("easy", 200, 0.7, 60);
    private static final PooledTeam TEAM = new PooledTeam(List.of(USUAL, STRICT, EASY), 300, 1, 500);

    private static PooledPractice practice(String name, double calls, double share, double within) {
        return new PooledPractice(name, calls, 65, List.of(new Target.Answered(share, ServiceLevel.offered(within))));
    }

    private static int agents(PooledTeam team) {
        return team.size().performance().agents();
    }

    @Test
    void theTeamKeepsEveryContractAndOneAgentFewerBreaksTheStrictestOne() {
        int agents = agents(TEAM);
        assertInstanceOf(Sizing.Enough.class, TEAM.size());
        assertEquals(List.of(), TEAM.brokenWith(agents));
        assertEquals(List.of("strict"), TEAM.brokenWith(agents - 1));
        assertEquals(List.of("strict"), TEAM.binding());
    }

    @Test
    void theLoadIsThatOfAllCalls() {
        assertEquals(520 * 65 / 3600.0, TEAM.queue().offeredErlangs(), 1e-12);
        var mixed = new PooledTeam(List.of(USUAL, new PooledPractice("long", 100, 180, USUAL.promises())), 300, 1, 500);
        assertEquals((300 * 65 + 100 * 180) / 400.0, mixed.queue().ahtSeconds(), 1e-9);
    }

    @Test
    void poolingSavesAgentsWherePromisesAreAlike() {
        var alike = new PooledTeam(
                List.of(practice("a", 100, 0.8, 20), practice("b", 100, 0.8, 20), practice("c", 100, 0.8, 20)),
                300,
                1,
                500);
        assertTrue(agents(alike) <= alike.agentsApart() - 3, agents(alike) + " against " + alike.agentsApart());
    }

    @Test
    void aStrictPromiseHasItsPriceAndOthersAreFree() {
        assertTrue(TEAM.priceOfPromise("strict") >= 1);
        assertEquals(0, TEAM.priceOfPromise("easy"));
        assertEquals(
                agents(TEAM) - TEAM.priceOfPromise("strict"),
                new Sizing(List.of(USUAL.promises().get(0), EASY.promises().get(0)))
                        .of(TEAM.queue())
                        .performance()
                        .agents());
    }

    @Test
    void aSmallPracticeWithAStrictPromiseMayBeCheaperApart() {
        var large = new PooledTeam(List.of(practice("usual", 6000, 0.7, 60), practice("few", 2, 0.99, 1)), 300, 1, 500);
        assertTrue(
                large.agentsWithout("few") < agents(large), large.agentsWithout("few") + " against " + agents(large));
        assertEquals(
                TEAM.agentsApart(),
                new PooledTeam(List.of(USUAL), 300, 1, 500).agentsWithout("usual")
                        + new PooledTeam(List.of(STRICT), 300, 1, 500).agentsWithout("strict")
                        + new PooledTeam(List.of(EASY), 300, 1, 500).agentsWithout("easy"));
    }

    @Test
    void aPromiseOutOfReachIsNamed() {
        var few = new PooledTeam(TEAM.practices(), 300, 1, 5);
        assertInstanceOf(Sizing.OutOfReach.class, few.size());
        assertEquals(List.of(), few.binding());
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PooledTeam(List.of(), 300, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new PooledTeam(List.of(USUAL, USUAL), 300, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new PooledTeam(List.of(USUAL), 300, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new PooledPractice("x", 10, 65, List.of()));
        assertThrows(IllegalArgumentException.class, () -> practice("x", 0, 0.8, 20));
        assertThrows(IllegalArgumentException.class, () -> TEAM.priceOfPromise("nobody"));
    }
}
