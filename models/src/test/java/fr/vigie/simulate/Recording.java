package fr.vigie.simulate;

import fr.vigie.input.Call;
import fr.vigie.input.InputRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what a simulation says, and shows each call to somebody who counts. */
final class Recording implements Sink {
    private final List<InputRow> rows = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private final Consumer<Call> counter;

    private Recording(Consumer<Call> counter) {
        this.counter = counter;
    }

    static Recording of(ServicePlan plan, Consumer<Call> counter) {
        var recording = new Recording(counter);
        new Service(plan).simulate(recording);
        return recording;
    }

    /** Calls too. */
    static Recording everythingOf(ServicePlan plan) {
        var calls = new ArrayList<Call>();
        var recording = of(plan, calls::add);
        recording.rows.addAll(calls);
        return recording;
    }

    @Override
    public void accept(InputRow row) {
        if (row instanceof Call call) {
            counter.accept(call);
        } else {
            rows.add(row);
        }
    }

    @Override
    public void accept(Truth truth) {
        truths.add(truth);
    }

    <R extends InputRow> List<R> rows(Class<R> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<InputRow> rows() {
        return rows;
    }

    List<Truth> truths() {
        return truths;
    }
}
