package fr.vigie.jobs.lake;

import fr.vigie.input.Absence;
import fr.vigie.input.Agenda;
import fr.vigie.input.Commune;
import fr.vigie.input.Contract;
import fr.vigie.input.Event;
import fr.vigie.input.Forwarding;
import fr.vigie.input.InputKind;
import fr.vigie.input.Instruction;
import fr.vigie.input.Key;
import fr.vigie.input.Message;
import fr.vigie.input.Observation;
import fr.vigie.input.Operator;
import fr.vigie.input.Practitioner;
import fr.vigie.input.Presence;
import fr.vigie.input.Review;
import fr.vigie.input.Shift;
import fr.vigie.input.Supply;
import fr.vigie.input.Travel;
import fr.vigie.input.Work;
import fr.vigie.jobs.lake.Table.Partition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every table of the lake. */
public final class Tables {
    public static final Table<CallRow> CALL =
            new Table<>("call", CallRow.class, Partition.MONTH, List.of("source", "call_id"));
    public static final Table<ForgottenRow> FORGOTTEN =
            new Table<>("forgotten", ForgottenRow.class, Partition.NONE, List.of());
    public static final Table<RejectRow> CALL_REJECTED =
            new Table<>("call_rejected", RejectRow.class, Partition.NONE, List.of());
    public static final Table<LoadRow> LOAD = new Table<>("load", LoadRow.class, Partition.MONTH, List.of());
    public static final Table<ForecastRow> FORECAST =
            new Table<>("forecast", ForecastRow.class, Partition.AS_OF, List.of());
    public static final Table<BacktestRow> BACKTEST =
            new Table<>("backtest", BacktestRow.class, Partition.AS_OF, List.of());
    public static final Table<ForecastTotalRow> FORECAST_TOTAL =
            new Table<>("forecast_total", ForecastTotalRow.class, Partition.AS_OF, List.of());
    public static final Table<EffectRow> EFFECT = new Table<>("effect", EffectRow.class, Partition.AS_OF, List.of());
    public static final Table<OverrideRow> OVERRIDE =
            new Table<>("override", OverrideRow.class, Partition.NONE, List.of());
    public static final Table<ForecastUpdateRow> FORECAST_UPDATE =
            new Table<>("forecast_update", ForecastUpdateRow.class, Partition.AS_OF, List.of());
    public static final Table<StaffingRow> STAFFING =
            new Table<>("staffing", StaffingRow.class, Partition.AS_OF, List.of());
    public static final Table<CallersRow> CALLERS =
            new Table<>("callers", CallersRow.class, Partition.AS_OF, List.of());
    public static final Table<PromiseRow> PROMISE =
            new Table<>("promise", PromiseRow.class, Partition.AS_OF, List.of());
    public static final Table<BacklogRow> BACKLOG =
            new Table<>("backlog", BacklogRow.class, Partition.AS_OF, List.of());
    public static final Table<ShortfallRow> SHORTFALL =
            new Table<>("shortfall", ShortfallRow.class, Partition.AS_OF, List.of());
    public static final Table<CapacityRow> CAPACITY =
            new Table<>("capacity", CapacityRow.class, Partition.AS_OF, List.of());
    public static final Table<CareRow> CARE = new Table<>("care", CareRow.class, Partition.AS_OF, List.of());
    public static final Table<ScenarioRow> SCENARIO =
            new Table<>("scenario", ScenarioRow.class, Partition.AS_OF, List.of());
    public static final Table<RosterRow> ROSTER = new Table<>("roster", RosterRow.class, Partition.NONE, List.of());
    public static final Table<PublishedRosterRow> ROSTER_PUBLISHED =
            new Table<>("roster_published", PublishedRosterRow.class, Partition.NONE, List.of());
    public static final Table<SignalRow> SIGNAL = new Table<>("signal", SignalRow.class, Partition.NONE, List.of());
    public static final Table<AlertRow> ALERT = new Table<>("alert", AlertRow.class, Partition.NONE, List.of());
    public static final Table<TerritoryRow> TERRITORY =
            new Table<>("territory", TerritoryRow.class, Partition.AS_OF, List.of());
    public static final Table<DecisionRow> DECISION =
            new Table<>("decision", DecisionRow.class, Partition.NONE, List.of());
    public static final Table<RunRow> RUN = new Table<>("run", RunRow.class, Partition.NONE, List.of());

    public static final Table<PracticeRow> PRACTICE =
            new Table<>("practice", PracticeRow.class, Partition.NONE, List.of("practice_id"));
    public static final Table<Practitioner> PRACTITIONER = input("practitioner", Practitioner.class);
    public static final Table<Contract> CONTRACT = input("contract", Contract.class);
    public static final Table<Forwarding> FORWARDING = input("forwarding", Forwarding.class);
    public static final Table<Operator> OPERATOR = input("operator", Operator.class);
    public static final Table<Shift> SHIFT = input("shift", Shift.class);
    public static final Table<Presence> PRESENCE = input("presence", Presence.class);
    public static final Table<Agenda> AGENDA = input("agenda", Agenda.class);
    public static final Table<Absence> ABSENCE = input("absence", Absence.class);
    public static final Table<Instruction> INSTRUCTION = input("instruction", Instruction.class);
    public static final Table<Message> MESSAGE = input("message", Message.class);
    public static final Table<Observation> OBSERVATION = input("observation", Observation.class);
    public static final Table<Review> REVIEW = input("review", Review.class);
    public static final Table<Work> WORK = input("work", Work.class);
    public static final Table<Event> EVENT = input("event", Event.class);
    public static final Table<Commune> COMMUNE = input("commune", Commune.class);
    public static final Table<Supply> SUPPLY = input("supply", Supply.class);
    public static final Table<Travel> TRAVEL = input("travel", Travel.class);

    /** All of them, in the order in which data flows. */
    public static final List<Table<?>> ALL = List.of(
            COMMUNE,
            SUPPLY,
            TRAVEL,
            PRACTICE,
            PRACTITIONER,
            CONTRACT,
            FORWARDING,
            OPERATOR,
            SHIFT,
            PRESENCE,
            AGENDA,
            ABSENCE,
            INSTRUCTION,
            MESSAGE,
            OBSERVATION,
            REVIEW,
            WORK,
            EVENT,
            CALL,
            CALL_REJECTED,
            FORGOTTEN,
            LOAD,
            OVERRIDE,
            FORECAST,
            FORECAST_TOTAL,
            BACKTEST,
            EFFECT,
            FORECAST_UPDATE,
            STAFFING,
            CALLERS,
            PROMISE,
            SHORTFALL,
            SCENARIO,
            ROSTER,
            BACKLOG,
            CAPACITY,
            CARE,
            ROSTER_PUBLISHED,
            SIGNAL,
            ALERT,
            TERRITORY,
            DECISION,
            RUN);

    private Tables() {}

    /** The table of that name. */
    public static Optional<Table<?>> named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The table that a kind of input file fills. */
    public static Table<?> of(InputKind kind) {
        return switch (kind) {
            case CALLS -> CALL;
            case PRACTICES -> PRACTICE;
            case COMMUNES -> COMMUNE;
            case SUPPLY -> SUPPLY;
            case TRAVEL -> TRAVEL;
            case PRACTITIONERS -> PRACTITIONER;
            case CONTRACTS -> CONTRACT;
            case FORWARDING -> FORWARDING;
            case OPERATORS -> OPERATOR;
            case SHIFTS -> SHIFT;
            case PRESENCE -> PRESENCE;
            case AGENDA -> AGENDA;
            case ABSENCES -> ABSENCE;
            case INSTRUCTIONS -> INSTRUCTION;
            case MESSAGES -> MESSAGE;
            case OBSERVATIONS -> OBSERVATION;
            case REVIEWS -> REVIEW;
            case WORK -> WORK;
            case EVENTS -> EVENT;
        };
    }

    private static <R extends Record> Table<R> input(String name, Class<R> row) {
        var key = Arrays.stream(row.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Key.class))
                .map(c -> Table.snakeCase(c.getName()))
                .toList();
        return new Table<>(name, row, Partition.NONE, key);
    }
}
