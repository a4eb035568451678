package fr.vigie.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whom to call first: practices with an alert that nobody has taken and that still holds, of these the ones with most
 * such alerts, then the surest, then those with most calls. The alerts of a practice stay together.
 */
final class CallOrder {
    private CallOrder() {}

    static List<AccountAlert> of(List<AccountAlert> alerts, Map<String, Account> accounts) {
        var byPractice = alerts.stream().collect(Collectors.groupingBy(AccountAlert::practiceId));
        return byPractice.values().stream()
                .sorted(Comparator.<List<AccountAlert>>comparingLong(own -> -waiting(own))
                        .thenComparingDouble(own -> -surest(own))
                        .thenComparingDouble(own -> -calls(own, accounts))
                        .thenComparing(own -> own.get(0).practiceId()))
                .flatMap(own -> own.stream()
                        .sorted(Comparator.<AccountAlert>comparingInt(alert -> isWaiting(alert) ? 0 : 1)
                                .thenComparingDouble(alert -> -probability(alert))
                                .thenComparing(AccountAlert::alertId)))
                .toList();
    }

    /** Nobody has taken it and there is still something to ask about. */
    static boolean isWaiting(AccountAlert alert) {
        return alert.isOpen() && alert.isOn();
    }

    private static long waiting(List<AccountAlert> alerts) {
        return alerts.stream().filter(CallOrder::isWaiting).count();
    }

    private static double surest(List<AccountAlert> alerts) {
        return alerts.stream().mapToDouble(CallOrder::probability).max().orElse(0);
    }

    private static double probability(AccountAlert alert) {
        return alert.probability().orElse(0);
    }

    private static double calls(List<AccountAlert> alerts, Map<String, Account> accounts) {
        var account = accounts.get(alerts.get(0).practiceId());
        return account == null ? 0 : account.weeklyCalls().orElse(0);
    }
}
