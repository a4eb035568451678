package fr.vigie.report;

import java.util.List;

/**
 * What account staff need to know about the practices in their care.
 *
 * @param alerts every alert that is not closed, in any order
 * @param accounts every practice that is a client
 */
public record AccountsView(Edition edition, List<AccountAlert> alerts, List<Account> accounts) {
    public AccountsView {
        alerts = List.copyOf(alerts);
        accounts = List.copyOf(accounts);
    }
}
