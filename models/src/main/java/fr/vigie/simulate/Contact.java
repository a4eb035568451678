package fr.vigie.simulate;

import fr.vigie.call.Channel;
import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import org.jspecify.annotations.Nullable;

/** One call on its way through a day; times are local milliseconds after midnight. */
final class Contact {
    final Account account;
    final @Nullable Doctor doctor;
    final @Nullable String caller;
    final Conversation conversation;
    final @Nullable Channel attendant;
    final long arrived;
    final long patience;
    final boolean leavesMessage;

    Outcome outcome = Outcome.CLOSED;
    long answered = -1;
    long ended;

    @Nullable
    Seat seat;

    /**
     * @param attendant the machine that settles the call without a person; empty: none
     * @param patience milliseconds of waiting before the caller hangs up
     * @param leavesMessage whether the caller takes the machine's offer to leave a message
     */
    Contact(
            Account account,
            @Nullable Doctor doctor,
            @Nullable String caller,
            Conversation conversation,
            @Nullable Channel attendant,
            long arrived,
            long patience,
            boolean leavesMessage) {
        this.account = account;
        this.doctor = doctor;
        this.caller = caller;
        this.conversation = conversation;
        this.attendant = attendant;
        this.arrived = arrived;
        this.patience = patience;
        this.leavesMessage = leavesMessage;
    }

    /** The same caller with the same wish, calling again. */
    Contact again(long arrives, long newPatience) {
        return new Contact(account, doctor, caller, conversation, null, arrives, newPatience, leavesMessage);
    }

    /** When the call enters the queue: after the announcement, if there is one. */
    long queued() {
        return arrived + account.menuSeconds() * 1000L;
    }

    boolean isAnswered() {
        return outcome == Outcome.ANSWERED;
    }

    /** What the caller wanted, where somebody or something asked. */
    @Nullable
    Request request() {
        return isAnswered() || outcome == Outcome.DEFLECTED ? conversation.request() : null;
    }

    @Nullable
    Disposition disposition() {
        return isAnswered() || outcome == Outcome.DEFLECTED ? conversation.disposition() : null;
    }

    void ends(Outcome how, long when) {
        outcome = how;
        ended = when;
    }
}
