package fr.vigie.simulate;

import fr.vigie.input.ForwardingMode;
import fr.vigie.simulate.Dice.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the clients are, and what is planted among them. */
final class Clientele {
    private static final int SURE_PLANTS = 100;
    private static final double SPREAD = 0.45;
    private static final double[] SPECIALTY = {0.80, 0.84, 0.88, 0.92, 0.95, 0.98, 1.0};

    private final ServicePlan plan;
    private final List<Account> accounts;
    private final List<Change> changes;

    Clientele(ServicePlan plan, Region region) {
        this.plan = plan;
        var drawn = draw(region);
        this.changes = List.copyOf(plant(drawn));
        this.accounts = List.copyOf(adjusted(drawn));
    }

    List<Account> accounts() {
        return accounts;
    }

    /** What was planted, by date. */
    List<Change> changes() {
        return changes;
    }

    List<Change> changesOf(int account) {
        return changes.stream().filter(c -> c.account() == account).toList();
    }

    private List<Account> draw(Region region) {
        var attraction = region.attraction();
        var drawn = new ArrayList<Account>();
        double sum = 0;
        for (int i = 0; i < plan.practices(); i++) {
            var account = account(i, region, attraction);
            drawn.add(account);
            sum += account.weight();
        }
        double mean = sum / drawn.size();
        drawn.replaceAll(a -> withWeight(a, a.weight() / mean));
        return drawn;
    }

    private Account account(int index, Region region, double[] attraction) {
        var dice = Dice.of(plan.seed(), Purpose.ACCOUNT, index);
        var place = region.places().get(dice.index(attraction)).commune();
        int specialty = dice.index(SPECIALTY);
        double u = dice.uniform();
        int count = u < 0.75 ? 1 : u < 0.94 ? 2 : 3;
        var doctors = new ArrayList<Doctor>();
        for (int d = 0; d < count; d++) {
            doctors.add(doctor(index, d, specialty, dice));
        }
        double weight = dice.logNormal(1, SPREAD) * (1 + 0.6 * (count - 1));
        double mode = dice.uniform();
        var since = plan.from().minusDays(200 + dice.below(3000));
        boolean agreed = (index * 3 + index / 5) % 5 < 3;
        var surname = dice.pick(Words.SURNAMES);
        var name = count == 1
                ? "Cabinet du Dr " + surname
                : (count == 2 ? "Cabinet médical " : "Maison de santé ") + dice.pick(Words.PLACES) + " - "
                        + place.name();
        return new Account(
                index,
                "P%04d".formatted(index + 1),
                name,
                place.insee(),
                place.cpts(),
                Account.SPECIALTIES.get(specialty),
                index % Account.GROUPS,
                weight,
                dice.below(DayShape.LEANINGS),
                dice.uniform(-0.03, 0.04),
                List.copyOf(doctors),
                since,
                null,
                agreed ? since.plusDays(dice.below(190)) : null,
                mode < 0.80 ? ForwardingMode.ALWAYS : mode < 0.91 ? ForwardingMode.SCHEDULED : ForwardingMode.OVERFLOW,
                index % 25 == 7 && PhoneNumbers.ofPractice(index) != null,
                dice.chance(0.1) ? 6 + dice.below(7) : 0,
                (int) Math.round(900 * weight) + 50,
                dice.uniform(0.75, 1.3),
                dice.uniform(0.02, 0.08),
                dice.uniform(0.04, 0.13),
                dice.uniform(0.04, 0.13),
                dice.uniform(0.08, 0.4),
                dice.chance(0.3),
                dice.uniform(0.8, 6));
    }

    private Doctor doctor(int account, int number, int specialty, Dice dice) {
        int age = (int) Math.round(Math.min(76, Math.max(30, 51 + 10.5 * dice.normal())));
        int halfDays = 0;
        for (int weekday = 1; weekday <= 5; weekday++) {
            for (int half = 0; half < 2; half++) {
                double open = weekday == 3 && half == 1 ? 0.45 : half == 0 ? 0.95 : 0.82;
                halfDays |= dice.chance(open) ? 1 << (2 * (weekday - 1) + half) : 0;
            }
        }
        halfDays |= dice.chance(0.45) ? 1 << 10 : 0;
        halfDays |= 0b101;
        double fte = Math.min(1, Math.round(Integer.bitCount(halfDays) / 9.0 * 20) / 20.0);
        boolean general = specialty == 0;
        return new Doctor(
                "999%08d".formatted(account * 10L + number + 1),
                plan.from().getYear() - age,
                fte,
                halfDays,
                (general ? 11 : 9) + dice.below(5),
                general ? 15 : 20,
                dice.uniform(0.8, 1.03),
                general ? dice.logNormal(3, 0.5) : dice.logNormal(28, 0.5),
                dice.chance(0.4) ? 0.8 : 0.1);
    }

    /** Chooses hosts for what is planted: steady, ordinary practices, each for one thing only. */
    private List<Change> plant(List<Account> drawn) {
        var dice = Dice.of(plan.seed(), Purpose.CHANGES);
        boolean many = plan.practices() >= SURE_PLANTS;
        int times = many ? Math.max(1, plan.practices() / 250) : 1;
        var free = new ArrayList<Account>();
        for (var account : drawn) {
            if (account.forwarding() == ForwardingMode.ALWAYS
                    && account.isGeneral()
                    && account.weight() > 0.7
                    && account.transfers() > 0.9) {
                free.add(account);
            }
        }
        var planted = new ArrayList<Change>();
        for (int round = 0; round < times; round++) {
            // First the one that cannot do with any host.
            plant(planted, free, Planted.WIND_DOWN, many ? 3 : 1, 182, 0.3, 0.55, dice);
            plant(planted, free, Planted.REFUSAL, many ? 3 : 1, 14, 0.5, 0.8, dice);
            plant(planted, free, Planted.STRESS, many ? 2 : 1, 28, 0.5, 0.8, dice);
            plant(planted, free, Planted.SATURATION, many ? 3 : 1, 56, 0.5, 0.8, dice);
            plant(planted, free, Planted.REPLACEMENT, many ? 4 : 1, 1, 0.2, 0.8, dice);
            plant(planted, free, Planted.FORWARDING, many ? 4 : 1, 1, 0.3, 0.8, dice);
            plant(planted, free, Planted.CAMPAIGN, many ? 2 : 0, 1, 0.2, 0.8, dice);
            plant(planted, free, Planted.JOINED, many ? 4 : 0, 1, 0.1, 0.8, dice);
            plant(planted, free, Planted.LEFT, many ? 3 : 0, 1, 0.3, 0.9, dice);
        }
        return planted;
    }

    private void plant(
            List<Change> planted,
            List<Account> free,
            Planted kind,
            int count,
            int rampDays,
            double earliest,
            double latest,
            Dice dice) {
        for (int i = 0; i < count; i++) {
            // One doctor: what the doctor does is what the practice does.
            var hosts = free.stream()
                    .filter(a -> kind != Planted.WIND_DOWN || a.doctors().size() == 1)
                    .toList();
            if (hosts.isEmpty()) {
                return;
            }
            var host = dice.pick(hosts);
            free.remove(host);
            var from = plan.from().plusDays((long) (plan.days() * dice.uniform(earliest, latest)));
            var until =
                    switch (kind) {
                        case REPLACEMENT -> from.plusDays(34 + dice.below(50));
                        case CAMPAIGN -> from.plusDays(41);
                        default -> null;
                    };
            planted.add(new Change(host.index(), kind, from, until, rampDays));
        }
    }

    private List<Account> adjusted(List<Account> drawn) {
        var adjusted = new ArrayList<>(drawn);
        for (var change : changes) {
            var account = adjusted.get(change.account());
            adjusted.set(
                    change.account(),
                    switch (change.kind()) {
                        case JOINED -> withClientTime(account, change.from(), null);
                        case LEFT -> withClientTime(
                                account, account.clientSince(), change.from().minusDays(1));
                        case WIND_DOWN -> nearRetirement(account, change.from());
                        default -> account;
                    });
        }
        return adjusted;
    }

    private Account nearRetirement(Account a, LocalDate from) {
        int age = 63 + a.index() % 5;
        return withDoctors(
                a, a.doctors().stream().map(d -> d.bornIn(from.getYear() - age)).toList());
    }

    private static Account withWeight(Account a, double weight) {
        return copy(a, weight, a.doctors(), a.clientSince(), a.clientUntil());
    }

    private static Account withDoctors(Account a, List<Doctor> doctors) {
        return copy(a, a.weight(), doctors, a.clientSince(), a.clientUntil());
    }

    private static Account withClientTime(Account a, LocalDate since, @Nullable LocalDate until) {
        return copy(a, a.weight(), a.doctors(), since, until);
    }

    private static Account copy(
            Account a, double weight, List<Doctor> doctors, LocalDate since, @Nullable LocalDate until) {
        var agreed = a.agreedFrom();
        return new Account(
                a.index(),
                a.id(),
                a.name(),
                a.insee(),
                a.cpts(),
                a.specialty(),
                a.group(),
                weight,
                a.leaning(),
                a.growth(),
                doctors,
                since,
                until,
                agreed != null && agreed.isBefore(since) ? since : agreed,
                a.forwarding(),
                a.identifiedByLine(),
                a.menuSeconds(),
                a.patients(),
                a.transfers(),
                a.declined(),
                a.noAnswer(),
                a.noSlot(),
                a.newRefused(),
                a.noNewPatients(),
                a.messageHours());
    }
}
