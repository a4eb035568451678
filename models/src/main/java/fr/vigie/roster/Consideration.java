package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.util.List;
import java.util.Set;

/**
 * What is considered for somebody beside contract and rules.
 *
 * @param before the shifts of the rolling quarter before the week
 * @param wishes what the person would rather have
 * @param ofWeek the shifts of the week itself: calls and breaks are the published roster, which is changed as little as
 *     possible; training, meetings, work beside calls and protected time stay where they are, and nobody answers calls then
 */
public record Consideration(List<Shift> before, Set<Wish> wishes, List<Shift> ofWeek) {
    /** Nothing. */
    public static final Consideration NONE = new Consideration(List.of(), Set.of(), List.of());

    public Consideration {
        before = List.copyOf(before);
        wishes = Set.copyOf(wishes);
        ofWeek = List.copyOf(ofWeek);
    }
}
