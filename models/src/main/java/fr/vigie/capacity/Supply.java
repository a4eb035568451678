package fr.vigie.capacity;

import java.util.List;

/**
 * Who answers, and how well.
 *
 * @param members the operators at the start
 * @param attrition how long they stay
 * @param hiring how newcomers come to answer
 * @param offPhone the share of paid time off the phone, 0 to below 1
 * @param fit the share of the hours on the phone that a roster places where they are needed, above 0 to 1
 */
public record Supply(List<Member> members, Attrition attrition, Hiring hiring, double offPhone, double fit) {
    public Supply {
        members = List.copyOf(members);
        if (!(offPhone >= 0 && offPhone < 1)) {
            throw new IllegalArgumentException(
                    "The share of paid time off the phone (%s) must be 0 or more and below 1.\nMaybe it is given in percent."
                            .formatted(offPhone));
        }
        if (!(fit > 0 && fit <= 1)) {
            throw new IllegalArgumentException(
                    "The roster's fit (%s) must be above 0 and at most 1.\nMaybe 0.9.".formatted(fit));
        }
    }

    /** The needed hours on the phone that a paid hour of a seasoned operator gives. */
    double perPaidHour() {
        return (1 - offPhone) * fit;
    }
}
