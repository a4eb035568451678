package fr.vigie.care;

import java.util.HashSet;
import java.util.Set;

/** What an hour adds up to. */
final class HourSums {
    private final Set<String> ready = new HashSet<>();
    private final Set<String> handling = new HashSet<>();
    private double readySeconds;
    private double busySeconds;
    private int calls;
    private int hard;

    void ready(String operator, double seconds) {
        ready.add(operator);
        readySeconds += seconds;
    }

    void busy(double seconds) {
        busySeconds += seconds;
    }

    void call(HandledCall call) {
        handling.add(call.operatorId());
        calls++;
        hard += call.hard() ? 1 : 0;
    }

    void add(HourSums other) {
        ready.addAll(other.ready);
        handling.addAll(other.handling);
        readySeconds += other.readySeconds;
        busySeconds += other.busySeconds;
        calls += other.calls;
        hard += other.hard;
    }

    int readyOperators() {
        return ready.size();
    }

    int handlingOperators() {
        return handling.size();
    }

    double readyHours() {
        return readySeconds / 3600;
    }

    /** Wrap-up may outlast the time ready by a little: never above 1. */
    double occupancy() {
        return readySeconds == 0 ? 0 : Math.min(1, busySeconds / readySeconds);
    }

    double hardShare() {
        return calls == 0 ? 0 : (double) hard / calls;
    }
}
