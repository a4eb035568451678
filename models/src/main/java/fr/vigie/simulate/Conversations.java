package fr.vigie.simulate;

import fr.vigie.call.Disposition;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import org.jspecify.annotations.Nullable;

/**
 * Draws conversations: the mix of requests, what becomes of them under the practice's conditions, and handling times
 * of 65 seconds on average.
 */
final class Conversations {
    private static final Request[] REQUESTS = {
        Request.BOOKING,
        Request.NEW_PATIENT,
        Request.CHANGE,
        Request.CANCELLATION,
        Request.URGENT,
        Request.PRESCRIPTION,
        Request.INFORMATION,
        Request.OTHER
    };

    private static final double[] MIX = {0.38, 0.45, 0.56, 0.64, 0.72, 0.81, 0.94, 1.0};

    /** Seconds of handling by request, before a transfer's ringing. */
    private static final double[] SECONDS = {66, 82, 60, 44, 74, 52, 50, 68};

    /** The share put through to the doctor by request, where the practice is average. */
    private static final double[] TRANSFERRED = {0.075, 0.06, 0.06, 0.01, 0.6, 0.2, 0.15, 0.6};

    private static final double SCALE = 1.045;
    private static final double SIGMA = 0.55;
    private static final double LONGEST_SECONDS = 900;
    private static final double SHORT_CALLS = 0.03;

    private Conversations() {}

    static Conversation draw(Conditions conditions, Dice dice) {
        if (dice.chance(SHORT_CALLS)) {
            return new Conversation(null, Disposition.OTHER, null, 2000 + dice.below(7000), 0);
        }
        int kind = dice.index(MIX);
        var request = REQUESTS[kind];
        double seconds = Math.min(LONGEST_SECONDS, 8 + SCALE * dice.logNormal(SECONDS[kind] - 8, SIGMA));
        double wrap = seconds * dice.uniform(0.1, 0.34);
        double u = dice.uniform();
        if (dice.chance(Math.min(0.9, TRANSFERRED[kind] * conditions.transfers()))) {
            return transfer(request, seconds, wrap, u, conditions, dice);
        }
        return conversation(request, untransferred(request, u, conditions), null, seconds - wrap, wrap);
    }

    private static Conversation transfer(
            Request request, double seconds, double wrap, double u, Conditions conditions, Dice dice) {
        double ringing = dice.uniform(4, 22);
        if (u < conditions.declined()) {
            return conversation(request, Disposition.MESSAGE, TransferResult.DECLINED, seconds - wrap + ringing, wrap);
        }
        if (u < conditions.declined() + conditions.noAnswer()) {
            return conversation(request, Disposition.MESSAGE, TransferResult.NO_ANSWER, seconds - wrap + 25, wrap);
        }
        return conversation(request, Disposition.TRANSFERRED, TransferResult.ACCEPTED, seconds - wrap + ringing, wrap);
    }

    private static Disposition untransferred(Request request, double u, Conditions conditions) {
        return switch (request) {
            case BOOKING -> u < conditions.noSlot()
                    ? Disposition.NO_SLOT
                    : u > 0.97 ? Disposition.MESSAGE : Disposition.BOOKED;
            case NEW_PATIENT -> u < conditions.newRefused()
                    ? Disposition.NEW_PATIENT_REFUSED
                    : u < conditions.newRefused() + (1 - conditions.newRefused()) * conditions.noSlot()
                            ? Disposition.NO_SLOT
                            : Disposition.BOOKED;
            case CHANGE -> u < conditions.noSlot() / 2 ? Disposition.NO_SLOT : Disposition.MOVED;
            case CANCELLATION -> Disposition.CANCELLED;
            case URGENT -> u < 0.3
                    ? Disposition.URGENT_REDIRECTED
                    : u < 0.65 ? Disposition.BOOKED : Disposition.MESSAGE;
            case PRESCRIPTION -> u < 0.8 ? Disposition.MESSAGE : Disposition.INFORMATION;
            case INFORMATION -> u < 0.88 ? Disposition.INFORMATION : Disposition.MESSAGE;
            case OTHER -> u < 0.6 ? Disposition.MESSAGE : Disposition.OTHER;
        };
    }

    private static Conversation conversation(
            Request request, Disposition disposition, @Nullable TransferResult transfer, double talk, double wrap) {
        return new Conversation(
                request, disposition, transfer, StrictMath.round(talk * 1000), StrictMath.round(wrap * 1000));
    }
}
