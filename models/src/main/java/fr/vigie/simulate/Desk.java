package fr.vigie.simulate;

import fr.vigie.call.Disposition;
import fr.vigie.input.InputRow;
import fr.vigie.input.Message;
import fr.vigie.input.Observation;
import fr.vigie.input.ObservationKind;
import fr.vigie.input.Review;
import fr.vigie.input.Work;
import fr.vigie.input.WorkKind;
import fr.vigie.simulate.Dice.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lands on desks beside the calls: messages, operators' observations, public reviews, work without a caller. */
final class Desk {
    private static final double UNREAD = 0.015;
    private static final double WORK_PER_DAY = 0.45;
    private static final double REVIEWS_PER_DAY = 0.012;
    private static final double IDLE_REMARKS_PER_DAY = 0.0022;
    private static final double REMARKS_PER_DAY = 0.07;
    private static final double[] WORK_KINDS = {0.4, 0.5, 0.75, 0.8, 1.0};
    private static final WorkKind[] KINDS = {
        WorkKind.MAIL, WorkKind.CHAT, WorkKind.FORM, WorkKind.DESK, WorkKind.CALLBACK
    };
    private static final int[] WORK_DUE_HOURS = {24, 1, 8, 1, 4};
    private static final double[] RATINGS = {0.12, 0.2, 0.32, 0.6, 1.0};
    private static final List<ObservationKind> IDLE_REMARKS = List.of(
            ObservationKind.OTHER,
            ObservationKind.OTHER,
            ObservationKind.OTHER,
            ObservationKind.STRESS,
            ObservationKind.REFUSAL,
            ObservationKind.REDUCED_HOURS,
            ObservationKind.DEPARTURE,
            ObservationKind.RECOVERY);
    private static final Map<Planted, List<ObservationKind>> REMARKS = Map.of(
            Planted.REFUSAL, List.of(ObservationKind.REFUSAL, ObservationKind.REFUSAL, ObservationKind.STRESS),
            Planted.WIND_DOWN, List.of(ObservationKind.REDUCED_HOURS, ObservationKind.RETIREMENT),
            Planted.STRESS, List.of(ObservationKind.STRESS, ObservationKind.STRESS, ObservationKind.OTHER),
            Planted.SATURATION, List.of(ObservationKind.OTHER, ObservationKind.STRESS));

    private final ServicePlan plan;
    private final int operators;
    private int messages;
    private int observations;
    private int reviews;
    private int work;

    Desk(ServicePlan plan, int operators) {
        this.plan = plan;
        this.operators = operators;
    }

    /** What a practice's open day brings, calls apart. */
    List<InputRow> day(PracticeLife life, LocalDate day) {
        var dice = Dice.of(plan.seed(), Purpose.DESK, life.account().index(), plan.index(day));
        var account = life.account();
        var date = ServiceDay.of(day);
        var rows = new ArrayList<InputRow>();
        for (int i = dice.poisson(WORK_PER_DAY * account.weight()); i > 0; i--) {
            rows.add(work(account, date, dice));
        }
        if (dice.chance(REVIEWS_PER_DAY)) {
            rows.add(review(account, date, dice));
        }
        if (dice.chance(IDLE_REMARKS_PER_DAY)) {
            rows.add(observation(life, date, dice.pick(IDLE_REMARKS), dice));
        }
        for (var planted : List.of(Planted.REFUSAL, Planted.WIND_DOWN, Planted.STRESS, Planted.SATURATION)) {
            double strength = life.strength(planted, day);
            if (strength > 0 && dice.chance(REMARKS_PER_DAY * strength)) {
                rows.add(observation(life, date, dice.pick(REMARKS.getOrDefault(planted, IDLE_REMARKS)), dice));
            }
        }
        return rows;
    }

    /** The message that a call left behind, if it did. */
    @Nullable
    Message message(Contact contact, Instant leftAt, Conditions conditions, Dice dice) {
        if (contact.disposition() != Disposition.MESSAGE) {
            return null;
        }
        double hours = dice.logNormal(conditions.messageHours(), 0.8);
        boolean unread = dice.chance(UNREAD);
        return new Message(
                "M%07d".formatted(++messages),
                contact.account.id(),
                contact.doctor == null ? null : contact.doctor.id(),
                leftAt,
                unread ? null : leftAt.plusSeconds(60 + (long) (hours * 3600)));
    }

    private Work work(Account account, ServiceDay date, Dice dice) {
        int kind = dice.index(WORK_KINDS);
        long arrived = (long) dice.uniform(7.5 * 3_600_000, 18.5 * 3_600_000);
        double hours = WORK_DUE_HOURS[kind];
        long done = arrived + (long) (hours * 3_600_000 * Math.min(3, dice.exponential(0.45)) + 120_000);
        return new Work(
                "W%07d".formatted(++work),
                account.id(),
                KINDS[kind],
                date.at(arrived),
                date.at(arrived + (long) (hours * 3_600_000)),
                date.at(done),
                Math.round(Math.min(30, dice.logNormal(4, 0.6)) * 10) / 10.0);
    }

    private Review review(Account account, ServiceDay date, Dice dice) {
        int rating = 1 + dice.index(RATINGS);
        var texts = rating >= 4 ? Words.PRAISE : rating == 3 ? Words.NEUTRAL : Words.COMPLAINT;
        var posted = date.at((long) dice.uniform(8 * 3_600_000.0, 21.5 * 3_600_000));
        return new Review(
                "R%05d".formatted(++reviews),
                account.id(),
                posted,
                rating,
                dice.pick(texts),
                dice.chance(0.3) ? posted.plusSeconds((long) dice.exponential(3 * 86_400)) : null,
                dice.pick(Words.PLATFORMS));
    }

    private Observation observation(PracticeLife life, ServiceDay date, ObservationKind kind, Dice dice) {
        var doctors = life.account().doctors();
        var note =
                switch (kind) {
                    case RETIREMENT -> "parle de sa retraite";
                    case REFUSAL -> "refuse les appels transférés";
                    case STRESS -> "semble débordé";
                    case REDUCED_HOURS -> "ferme plus tôt";
                    case DEPARTURE -> "parle de partir";
                    case RECOVERY -> "la situation s'améliore";
                    case OTHER -> "changement de consigne oral";
                };
        return new Observation(
                "O%05d".formatted(++observations),
                life.account().id(),
                doctors.get(0).id(),
                date.at((long) dice.uniform(8 * 3_600_000.0, 18 * 3_600_000.0)),
                Team.id(dice.below(operators)),
                kind,
                note);
    }
}
