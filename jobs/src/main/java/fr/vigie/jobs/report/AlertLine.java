package fr.vigie.jobs.report;

import fr.vigie.report.Account;
import fr.vigie.report.AccountAlert;
import fr.vigie.report.AccountAlert.Reading;
import fr.vigie.report.SignalUnit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * An alert as a line of a file: the figures that opened it and those of the latest reading.
 *
 * @param practice its name
 * @param sentence what had happened when it was opened, in French
 * @param unit what numerators and denominators count
 */
record AlertLine(
        String alertId,
        String practiceId,
        Optional<String> practice,
        Optional<String> accountManager,
        String kind,
        String state,
        Optional<String> owner,
        OptionalDouble probability,
        String sentence,
        String unit,
        LocalDate openedOn,
        Optional<LocalDate> openedSince,
        OptionalDouble openedNumerator,
        OptionalDouble openedDenominator,
        OptionalDouble openedBaseline,
        OptionalDouble openedPeerRate,
        Optional<LocalDate> asOf,
        Optional<LocalDate> since,
        OptionalDouble numerator,
        OptionalDouble denominator,
        OptionalDouble baseline,
        OptionalDouble peerRate) {

    static AlertLine of(AccountAlert alert, Optional<Account> account) {
        var opened = alert.atOpening();
        var latest = alert.latest();
        return new AlertLine(
                alert.alertId(),
                alert.practiceId(),
                account.map(Account::name),
                account.flatMap(Account::accountManager),
                alert.kind(),
                alert.state(),
                alert.owner(),
                alert.probability(),
                alert.sentence(),
                SignalUnit.of(alert.kind()).key(),
                alert.openedOn(),
                opened.flatMap(Reading::since),
                number(opened, Reading::numerator),
                number(opened, Reading::denominator),
                opened.map(Reading::baseline).orElse(OptionalDouble.empty()),
                opened.map(Reading::peerRate).orElse(OptionalDouble.empty()),
                latest.map(Reading::asOf),
                latest.flatMap(Reading::since),
                number(latest, Reading::numerator),
                number(latest, Reading::denominator),
                latest.map(Reading::baseline).orElse(OptionalDouble.empty()),
                latest.map(Reading::peerRate).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble number(Optional<Reading> reading, Function<Reading, Double> part) {
        return reading.map(part).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
