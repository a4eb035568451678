package fr.vigie.report;

import java.util.Map;
import java.util.OptionalDouble;

/** How alerts speak of practices and of what was counted. */
record AlertWords(Words words, Map<String, Account> accounts) {

    /** The practice's name, or its number where it is a client no longer. */
    String practice(AccountAlert alert) {
        var account = accounts.get(alert.practiceId());
        return account == null ? alert.practiceId() : account.name();
    }

    /** Who looks after the practice. */
    String manager(AccountAlert alert) {
        var account = accounts.get(alert.practiceId());
        var nobody = words.text("manager.none");
        return account == null ? nobody : account.accountManager().orElse(nobody);
    }

    String signal(AccountAlert alert) {
        return words.name("signal", alert.kind());
    }

    /** {@code 45 transferts sur 85}, {@code 341 h sur 399 h}. */
    String counted(AccountAlert alert, AccountAlert.Reading reading) {
        var unit = SignalUnit.of(alert.kind());
        return words.text(
                "counted." + unit.key(),
                words.count(unit.told(reading.numerator())),
                words.count(unit.told(reading.denominator())));
    }

    String since(AccountAlert.Reading reading) {
        return reading.since().map(words::date).orElse(words.text("over"));
    }

    String percent(OptionalDouble share) {
        return share.isPresent() ? words.percent(share.getAsDouble()) : words.text("unknown");
    }
}
