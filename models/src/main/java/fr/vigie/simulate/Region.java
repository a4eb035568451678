package fr.vigie.simulate;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.input.Travel;
import fr.vigie.simulate.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An invented Nord and Pas-de-Calais: the real departments and arrondissements, and in them communes that do not
 * exist, with INSEE codes that no commune has (59700 to 59999, 62910 to 62999).
 */
final class Region {
    private record Arrondissement(String name, String department, double lat, double lon) {}

    private static final Arrondissement LILLE = new Arrondissement("Lille", "59", 50.63, 3.06);
    private static final Arrondissement DUNKERQUE = new Arrondissement("Dunkerque", "59", 50.93, 2.42);
    private static final Arrondissement VALENCIENNES = new Arrondissement("Valenciennes", "59", 50.36, 3.52);
    private static final Arrondissement DOUAI = new Arrondissement("Douai", "59", 50.37, 3.10);
    private static final Arrondissement CAMBRAI = new Arrondissement("Cambrai", "59", 50.15, 3.30);
    private static final Arrondissement AVESNES = new Arrondissement("Avesnes-sur-Helpe", "59", 50.13, 3.90);
    private static final Arrondissement LENS = new Arrondissement("Lens", "62", 50.43, 2.83);
    private static final Arrondissement ARRAS = new Arrondissement("Arras", "62", 50.27, 2.70);
    private static final Arrondissement BETHUNE = new Arrondissement("Béthune", "62", 50.53, 2.60);
    private static final Arrondissement BOULOGNE = new Arrondissement("Boulogne-sur-Mer", "62", 50.71, 1.72);
    private static final Arrondissement SAINT_OMER = new Arrondissement("Saint-Omer", "62", 50.73, 2.22);
    private static final Arrondissement MONTREUIL = new Arrondissement("Montreuil", "62", 50.45, 1.90);
    private static final Arrondissement CALAIS = new Arrondissement("Calais", "62", 50.90, 1.95);

    /** Where the inter-municipalities lie; a small service begins with the first ones. */
    private static final List<Arrondissement> SEATS = List.of(
            LILLE,
            LENS,
            DUNKERQUE,
            ARRAS,
            VALENCIENNES,
            BETHUNE,
            DOUAI,
            BOULOGNE,
            CAMBRAI,
            SAINT_OMER,
            AVESNES,
            MONTREUIL,
            CALAIS,
            LILLE,
            VALENCIENNES,
            BETHUNE,
            DUNKERQUE,
            ARRAS,
            LILLE,
            DOUAI,
            CAMBRAI,
            AVESNES,
            VALENCIENNES,
            AVESNES);

    private static final int FEWEST_SEATS = 6;
    private static final int COMMUNES_PER_EPCI = 10;
    private static final double TRAVEL_MINUTES = 30;
    private static final int USUAL_PRACTICES = 250;

    /** Doctors per 1,000 inhabitants who are no clients, where the supply is average. */
    private static final double OTHER_GENERALISTS = 0.55;

    private static final double OTHER_SPECIALISTS = 0.035;
    private static final double OLDER_THAN_60 = 0.34;
    private static final double OF_THESE_OLDER_THAN_62 = 0.75;
    private static final double OF_THESE_OLDER_THAN_65 = 0.55;
    private static final double LEAVING_PER_YEAR = 0.015;

    private final ServicePlan plan;
    private final List<Place> places;

    Region(ServicePlan plan) {
        this.plan = plan;
        this.places = List.copyOf(settle(plan));
    }

    List<Place> places() {
        return places;
    }

    /** Cumulative weights by which clients settle: people times the density of doctors. */
    double[] attraction() {
        var sums = new double[places.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += places.get(i).commune().population() * places.get(i).density();
            sums[i] = sum;
        }
        return sums;
    }

    /** All pairs of communes at most half an hour apart. */
    List<Travel> travel() {
        var rows = new ArrayList<Travel>();
        for (var from : places) {
            for (var to : places) {
                double minutes = from.minutesTo(to);
                if (minutes <= TRAVEL_MINUTES) {
                    rows.add(new Travel(from.commune().insee(), to.commune().insee(), minutes));
                }
            }
        }
        return rows;
    }

    /** The doctors of every commune: the clients' and all the others. */
    List<Supply> supply(List<Account> accounts) {
        var clients = new TreeMap<String, List<Doctor>>();
        for (var account : accounts) {
            for (var doctor : account.doctors()) {
                clients.computeIfAbsent(account.insee() + account.specialty(), key -> new ArrayList<>())
                        .add(doctor);
            }
        }
        int lastYear = plan.until().minusDays(1).getYear();
        var rows = new ArrayList<Supply>();
        for (int i = 0; i < places.size(); i++) {
            for (int s = 0; s < Account.SPECIALTIES.size(); s++) {
                var specialty = Account.SPECIALTIES.get(s);
                var place = places.get(i);
                var ours = clients.getOrDefault(place.commune().insee() + specialty, List.of());
                var dice = Dice.of(plan.seed(), Purpose.SUPPLY, i, s);
                double perThousand = s == 0 ? OTHER_GENERALISTS : OTHER_SPECIALISTS;
                int others = dice.poisson(place.commune().population() / 1000.0 * perThousand * place.density());
                for (int year = lastYear; year >= plan.from().getYear() - 1; year--) {
                    if (ours.size() + others > 0) {
                        rows.add(supply(place.commune().insee(), specialty, year, ours, others, dice));
                    }
                    others += dice.binomial(others, LEAVING_PER_YEAR);
                }
            }
        }
        return rows;
    }

    private static Supply supply(String insee, String specialty, int year, List<Doctor> ours, int others, Dice dice) {
        int over60 = dice.binomial(others, OLDER_THAN_60);
        int over62 = dice.binomial(over60, OF_THESE_OLDER_THAN_62);
        int over65 = dice.binomial(over62, OF_THESE_OLDER_THAN_65);
        double fte = others * 0.92;
        for (var doctor : ours) {
            int age = year - doctor.birthYear();
            over60 += age > 60 ? 1 : 0;
            over62 += age > 62 ? 1 : 0;
            over65 += age > 65 ? 1 : 0;
            fte += doctor.activityFte();
        }
        return new Supply(
                insee,
                specialty,
                year,
                (double) (ours.size() + others),
                Math.round(fte * 100) / 100.0,
                (double) over60,
                (double) over62,
                (double) over65);
    }

    private static List<Place> settle(ServicePlan plan) {
        var dice = Dice.of(plan.seed(), Purpose.REGION);
        int seats = Math.max(FEWEST_SEATS, Math.min(SEATS.size(), plan.practices() / 10));
        double size = Math.max(1, (double) plan.practices() / USUAL_PRACTICES);
        var places = new ArrayList<Place>();
        int nord = 59_700;
        int pasDeCalais = 62_910;
        for (int e = 0; e < seats; e++) {
            var seat = SEATS.get(e);
            double lat = seat.lat() + dice.uniform(-0.09, 0.09);
            double lon = seat.lon() + dice.uniform(-0.13, 0.13);
            // A third of the inter-municipalities are short of doctors.
            double density = e % 3 == 2 ? dice.uniform(0.45, 0.7) : dice.uniform(0.9, 1.3);
            var name = communeName(places.size());
            for (int c = 0; c < COMMUNES_PER_EPCI; c++) {
                boolean inNord = seat.department().equals("59");
                var insee = Integer.toString(inNord ? nord++ : pasDeCalais++);
                double people = c == 0
                        ? dice.logNormal(21_000, 0.7)
                        : c < 3 ? dice.logNormal(4_500, 0.3) : dice.logNormal(1_200, 0.6);
                int population = (int) Math.round(Math.max(150, people) * size);
                double local = density * (c == 0 ? 1.1 : c < 3 ? 1 : 0.7);
                double apl = Math.round((0.8 + 2.9 * local + dice.uniform(-0.3, 0.3)) * 100) / 100.0;
                places.add(new Place(
                        new Commune(
                                insee,
                                communeName(places.size()),
                                seat.department(),
                                "%09d".formatted(200_990_000 + e + 1),
                                (c == 0 && population > 30_000 * size ? "CA de " : "CC de ") + name,
                                seat.name(),
                                "T%s%02d".formatted(seat.department(), e * 2 + (c < 5 ? 1 : 2)),
                                "CPTS%02d".formatted(e / 2 + 1),
                                population,
                                (double) Math.round(population * dice.uniform(0.94, 1.08)),
                                Math.round((lat + (c == 0 ? 0 : 0.05 * dice.normal())) * 10_000) / 10_000.0,
                                Math.round((lon + (c == 0 ? 0 : 0.07 * dice.normal())) * 10_000) / 10_000.0,
                                apl <= 2.5 ? "ZIP" : apl <= 3.4 ? "ZAC" : "HZ",
                                apl,
                                plan.from().getYear() - 2),
                        local));
            }
        }
        return places;
    }

    /** 434 different names, since the counts of stems (31) and endings (14) have no common factor. */
    private static String communeName(int index) {
        int stems = Words.COMMUNE_STEMS.size();
        int endings = Words.COMMUNE_ENDINGS.size();
        return Words.COMMUNE_STEMS.get(index % stems) + Words.COMMUNE_ENDINGS.get(index % endings);
    }
}
