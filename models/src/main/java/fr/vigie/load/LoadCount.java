package fr.vigie.load;

/**
 * What happened in one interval at one place: counts of calls, and durations in milliseconds.
 *
 * <p>Everything is an integer, so that the order of the calls does not matter. The fields are public to the package's
 * readers through accessors only; the count grows call by call within one thread.
 */
public final class LoadCount {
    private long arrivals;
    private long offered;
    private long firstAttempts;
    private long answered;
    private long abandoned;
    private long overflowed;
    private long voicemail;
    private long blocked;
    private long closed;
    private long deflected;
    private long answeredWithin;
    private long abandonedWithin;
    private long abandonedShort;
    private long waitedLong;
    private long carried;
    private long handled;
    private long handledMillis;
    private long talkMillis;
    private long wrapMillis;
    private long waitMillis;
    private long answeredWaitMillis;
    private int maxConcurrent;

    /** Adds a call that arrived in the interval, or before opening and is carried into it. */
    void add(LoadCall call, LoadRules rules, boolean carriedIn) {
        arrivals++;
        if (carriedIn) {
            carried++;
        }
        switch (call.outcome()) {
            case ANSWERED -> addAnswered(call, rules);
            case ABANDONED -> addAbandoned(call, rules);
            case OVERFLOWED -> overflowed++;
            case VOICEMAIL -> voicemail++;
            case BLOCKED -> blocked++;
            case CLOSED -> closed++;
            case DEFLECTED -> deflected++;
        }
        switch (call.outcome()) {
            case ANSWERED, ABANDONED, OVERFLOWED, VOICEMAIL -> {
                offered++;
                long wait = wait(call);
                waitMillis += wait;
                if (wait > rules.longWait()) {
                    waitedLong++;
                }
                if (call.attempt() == 1) {
                    firstAttempts++;
                }
            }
            case BLOCKED -> {
                // Who met a full line wanted an operator as well.
                if (call.attempt() == 1) {
                    firstAttempts++;
                }
            }
            case CLOSED, DEFLECTED -> {}
        }
    }

    private void addAnswered(LoadCall call, LoadRules rules) {
        answered++;
        long wait = wait(call);
        long talk = Math.max(0, call.endedAt() - answeredAt(call));
        long wrap = 1000L * call.wrapSeconds();
        answeredWaitMillis += wait;
        talkMillis += talk;
        wrapMillis += wrap;
        if (wait <= rules.within()) {
            answeredWithin++;
        }
        if (talk >= rules.shortTalk()) {
            handled++;
            handledMillis += talk + wrap;
        }
    }

    private void addAbandoned(LoadCall call, LoadRules rules) {
        abandoned++;
        long wait = wait(call);
        if (wait <= rules.within()) {
            abandonedWithin++;
        }
        if (wait <= rules.shortAbandon()) {
            abandonedShort++;
        }
    }

    void sawConcurrent(int calls) {
        maxConcurrent = Math.max(maxConcurrent, calls);
    }

    private static long wait(LoadCall call) {
        long until = call.answeredAt() >= 0 ? call.answeredAt() : call.endedAt();
        return Math.max(0, until - call.queuedAt());
    }

    private static long answeredAt(LoadCall call) {
        return call.answeredAt() >= 0 ? call.answeredAt() : call.queuedAt();
    }

    public long arrivals() {
        return arrivals;
    }

    public long offered() {
        return offered;
    }

    public long firstAttempts() {
        return firstAttempts;
    }

    public long answered() {
        return answered;
    }

    public long abandoned() {
        return abandoned;
    }

    public long overflowed() {
        return overflowed;
    }

    public long voicemail() {
        return voicemail;
    }

    public long blocked() {
        return blocked;
    }

    public long closed() {
        return closed;
    }

    public long deflected() {
        return deflected;
    }

    public long answeredWithin() {
        return answeredWithin;
    }

    public long abandonedWithin() {
        return abandonedWithin;
    }

    public long abandonedShort() {
        return abandonedShort;
    }

    public long waitedLong() {
        return waitedLong;
    }

    public long carried() {
        return carried;
    }

    public long handled() {
        return handled;
    }

    public long handledMillis() {
        return handledMillis;
    }

    public long talkMillis() {
        return talkMillis;
    }

    public long wrapMillis() {
        return wrapMillis;
    }

    public long waitMillis() {
        return waitMillis;
    }

    public long answeredWaitMillis() {
        return answeredWaitMillis;
    }

    public int maxConcurrent() {
        return maxConcurrent;
    }
}
