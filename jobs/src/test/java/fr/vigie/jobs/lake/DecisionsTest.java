package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Instant AT = Instant.parse("2026-03-30T08:00:00Z");

    private static List<DecisionRow> chain(int rows) {
        var chain = new ArrayList<DecisionRow>();
        for (int i = 1; i <= rows; i++) {
            chain.add(new DecisionRow(
                    i,
                    AT.plusSeconds(i),
                    "key",
                    "k" + i,
                    "rotate",
                    "me",
                    i == 2 ? null : "because",
                    Decisions.head(chain)));
        }
        return chain;
    }

    private static DecisionRow by(DecisionRow row, String actor) {
        return new DecisionRow(
                row.number(), row.at(), row.subject(), row.id(), row.action(), actor, row.reason(), row.previous());
    }

    @Test
    void whatWasOnlyAddedToIsUnbroken() {
        assertEquals(Optional.empty(), Decisions.firstBroken(List.of()));
        assertEquals(Optional.empty(), Decisions.firstBroken(chain(5)));
    }

    @Test
    void aRowThatWasChangedRemovedOrPutInBetweenShows() {
        var changed = chain(5);
        changed.set(2, by(changed.get(2), "somebody else"));
        assertEquals(Optional.of(4L), Decisions.firstBroken(changed));

        var removed = chain(5);
        removed.remove(2);
        assertEquals(Optional.of(3L), Decisions.firstBroken(removed));

        var first = chain(5);
        first.remove(0);
        assertEquals(Optional.of(1L), Decisions.firstBroken(first));

        var added = chain(5);
        added.add(2, by(added.get(2), "somebody else"));
        assertEquals(Optional.of(4L), Decisions.firstBroken(added));
    }

    @Test
    void theLastHashTellsOfTheLastRow() {
        var changed = chain(5);
        changed.set(4, by(changed.get(4), "somebody else"));
        assertEquals(Optional.empty(), Decisions.firstBroken(changed));
        assertNotEquals(Decisions.head(chain(5)), Decisions.head(changed));
    }

    private static DecisionRow row(long number, String subject, String action) {
        return new DecisionRow(number, AT, subject, "x", action, "me", null, "");
    }

    @Test
    void whatBeganAndDidNotEndShows() {
        var rows = List.of(
                row(1, "privacy", "forget begun"),
                row(2, "privacy", "forget"),
                row(3, "key", "rotate begun"),
                row(4, "privacy", "forget begun"),
                row(5, "privacy", "forget begun"),
                row(6, "privacy", "forget"),
                row(7, "retention", "purge begun"),
                row(8, "retention", "purge"),
                row(9, "retention", "purge"));
        assertEquals(Set.of(3L, 4L), Decisions.unfinished(rows));
    }
}
