package fr.vigie.jobs.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.input.Commune;
import fr.vigie.input.Contract;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.SignalRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.ServiceLevelTarget;
import fr.vigie.report.Account;
import fr.vigie.report.AccountAlert;
import fr.vigie.report.AccountsPage;
import fr.vigie.report.AccountsView;
import fr.vigie.report.Edition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of the account staff: alerts with their evidence, and every practice. */
public final class AccountsReport extends Report {
    private static final int DAYS_A_WEEK = 7;

    @Override
    String audience() {
        return "accounts";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Tables.ALERT, Tables.SIGNAL, Tables.PRACTICE, Tables.CONTRACT, Tables.COMMUNE, Tables.LOAD);
    }

    @Override
    public void run(StageRun run) {
        var lake = new LakeReader(run, this);
        var folder = new ReportFolder(run.reports(), audience());
        var open = open(lake, run.asOf());
        var readings = readings(lake, open, run.asOf());
        var from = from(lake, run);
        var accounts = accounts(lake, run, from);
        var french = alerts(open, readings, AlertRow::reason);
        var english = alerts(open, readings, AlertRow::reasonEn);
        var names = accounts.stream()
                .collect(Collectors.toMap(Account::practiceId, Function.identity(), (a, b) -> b, TreeMap::new));
        folder.csv(
                "alerts.csv",
                french.stream()
                        .map(alert -> AlertLine.of(alert, Optional.ofNullable(names.get(alert.practiceId()))))
                        .toList(),
                AlertLine.class);
        folder.csv("practices.csv", accounts, Account.class);
        folder.pages((locale, translation) -> AccountsPage.render(
                new AccountsView(
                        edition(run, lake, from, translation),
                        translation.equals(ReportFolder.ENGLISH) ? french : english,
                        accounts),
                locale));
        run.metric("alerts", french.size());
    }

    private static Edition edition(StageRun run, LakeReader lake, LocalDate from, String translation) {
        return new Edition(
                run.asOf(),
                from,
                run.asOf().minusDays(1),
                lake.provenance(),
                Optional.of(translation),
                List.of("alerts.csv", "practices.csv"));
    }

    /** The first day that calls a week are counted from: no earlier than the calls in the lake begin. */
    private static LocalDate from(LakeReader lake, StageRun run) {
        var asOf = run.asOf();
        var from = asOf.minusWeeks(run.config(ReportConfig.class).weeks());
        var first = lake.read(Tables.LOAD)
                .where(col("level")
                        .equalTo("practice")
                        .and(col("localDate").between(lit(from), lit(asOf.minusDays(1)))))
                .agg(min("localDate"))
                .head();
        return first.isNullAt(0) ? from : first.getLocalDate(0);
    }

    /** The last version of every alert that nobody has closed. */
    private static Collection<AlertRow> open(LakeReader lake, LocalDate asOf) {
        return lake.read(Tables.ALERT).where(col("openedOn").leq(lit(asOf))).collectAsList().stream()
                .collect(Collectors.toMap(
                        AlertRow::alertId,
                        Function.identity(),
                        (a, b) -> a.changedAt().isAfter(b.changedAt()) ? a : b,
                        TreeMap::new))
                .values()
                .stream()
                .filter(alert -> !alert.state().equals("closed"))
                .toList();
    }

    /** What a signal is read from: a practice, a doctor of it where there is one, and the signal's name. */
    private record Source(String practiceId, @Nullable String practitionerId, String signal) {
        static Source of(AlertRow alert) {
            return new Source(alert.practiceId(), alert.practitionerId(), alert.kind());
        }

        static Source of(SignalRow signal) {
            return new Source(signal.practiceId(), signal.practitionerId(), signal.signal());
        }
    }

    /** The readings behind the alerts, in order. */
    private static Map<Source, List<SignalRow>> readings(LakeReader lake, Collection<AlertRow> alerts, LocalDate asOf) {
        var practices = alerts.stream().map(AlertRow::practiceId).distinct().toArray();
        return lake
                .read(Tables.SIGNAL)
                .where(col("practiceId").isin(practices).and(col("asOf").leq(lit(asOf))))
                .collectAsList()
                .stream()
                .sorted(Comparator.comparing(SignalRow::asOf))
                .collect(Collectors.groupingBy(Source::of));
    }

    private static List<AccountAlert> alerts(
            Collection<AlertRow> alerts, Map<Source, List<SignalRow>> readings, Function<AlertRow, String> sentence) {
        var views = new ArrayList<AccountAlert>();
        for (var alert : alerts) {
            var own = readings.getOrDefault(Source.of(alert), List.of());
            views.add(new AccountAlert(
                    alert.alertId(),
                    alert.practiceId(),
                    alert.kind(),
                    alert.state(),
                    sentence.apply(alert),
                    optional(alert.probability()),
                    alert.openedOn(),
                    Optional.ofNullable(alert.owner()),
                    own.stream().map(AccountsReport::reading).toList()));
        }
        return views;
    }

    private static AccountAlert.Reading reading(SignalRow row) {
        return new AccountAlert.Reading(
                row.asOf(),
                row.numerator(),
                row.denominator(),
                optional(row.baseline()),
                optional(row.peerRate()),
                Optional.ofNullable(row.since()));
    }

    private static List<Account> accounts(LakeReader lake, StageRun run, LocalDate from) {
        var asOf = run.asOf();
        var calls = calls(lake, from, asOf);
        var communes = lake.read(Tables.COMMUNE).collectAsList().stream()
                .collect(Collectors.toMap(Commune::insee, Commune::name, (a, b) -> b));
        var contracts = lake.read(Tables.CONTRACT).where(col("validFrom").leq(lit(asOf))).collectAsList().stream()
                .collect(Collectors.toMap(
                        Contract::practiceId,
                        Function.identity(),
                        (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b));
        return lake.read(Tables.PRACTICE).collectAsList().stream()
                .filter(practice -> practice.clientUntil() == null
                        || !practice.clientUntil().isBefore(asOf))
                .sorted(Comparator.comparing(PracticeRow::practiceId))
                .map(practice -> account(
                        practice,
                        Optional.ofNullable(contracts.get(practice.practiceId())),
                        Optional.ofNullable(communes.get(practice.insee())),
                        weekly(calls.getOrDefault(practice.practiceId(), 0L), practice, from, asOf)))
                .toList();
    }

    private static Account account(
            PracticeRow practice, Optional<Contract> contract, Optional<String> place, OptionalDouble calls) {
        return new Account(
                practice.practiceId(),
                practice.name(),
                place,
                Optional.ofNullable(practice.specialty()),
                contract.map(Contract::accountManager),
                Optional.ofNullable(practice.clientSince()),
                calls,
                contract.map(Contract::packageCalls).map(OptionalInt::of).orElse(OptionalInt.empty()),
                contract.map(Contract::serviceLevel).map(ServiceLevelTarget::parse));
    }

    /** Mean calls a week since a practice is a client, at most since {@code from}. */
    private static OptionalDouble weekly(long calls, PracticeRow practice, LocalDate from, LocalDate asOf) {
        var since = practice.clientSince();
        var days = ChronoUnit.DAYS.between(since != null && since.isAfter(from) ? since : from, asOf);
        return days > 0 ? OptionalDouble.of((double) calls * DAYS_A_WEEK / days) : OptionalDouble.empty();
    }

    private static Map<String, Long> calls(LakeReader lake, LocalDate from, LocalDate asOf) {
        return lake
                .read(Tables.LOAD)
                .where(col("level")
                        .equalTo("practice")
                        .and(col("localDate").geq(lit(from)))
                        .and(col("localDate").lt(lit(asOf))))
                .groupBy("id")
                .agg(sum("offered"))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
