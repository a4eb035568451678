package fr.vigie.input;

import java.util.Locale;

/** The kinds of input file, in an order in which what is referred to comes before what refers to it. */
public enum InputKind {
    COMMUNES(Commune.class),
    SUPPLY(Supply.class),
    TRAVEL(Travel.class),
    PRACTICES(Practice.class),
    PRACTITIONERS(Practitioner.class),
    CONTRACTS(Contract.class),
    FORWARDING(Forwarding.class),
    OPERATORS(Operator.class),
    SHIFTS(Shift.class),
    PRESENCE(Presence.class),
    AGENDA(Agenda.class),
    ABSENCES(Absence.class),
    INSTRUCTIONS(Instruction.class),
    MESSAGES(Message.class),
    OBSERVATIONS(Observation.class),
    REVIEWS(Review.class),
    WORK(Work.class),
    EVENTS(Event.class),
    CALLS(Call.class);

    private final Class<? extends InputRow> row;

    InputKind(Class<? extends InputRow> row) {
        this.row = row;
    }

    /** The record of a row. */
    public Class<? extends InputRow> row() {
        return row;
    }

    /** The kind as the command line and file names write it, e.g. {@code calls}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
