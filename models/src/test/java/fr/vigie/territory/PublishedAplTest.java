package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.input.Commune;
import fr.vigie.territory.GreatCircle.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published accessibility of the 3,782 communes of Hauts-de-France (DREES, 2018), of all doctors and of those up to 65. */
class PublishedAplTest {
    private static final Path FILE =
            Path.of(System.getProperty("vigie.data", "../../shared/data"), "territory", "communes-hauts-de-france.csv");

    private static List<Commune> communes = List.of();
    private static List<Commune> upTo65 = List.of();

    @BeforeEach
    void readsTheRegion() throws IOException {
        assumeTrue(Files.exists(FILE), FILE + " is not there");
        if (!communes.isEmpty()) {
            return;
        }
        communes = read(FILE, "apl_mg_2018");
        upTo65 = read(FILE, "apl_mg65_2018");
        assertEquals(3782, communes.size());
    }

    @Test
    void meansByDepartmentAreThosePublished() {
        var means = new HashMap<String, Double>();
        for (var figure : published(communes, Mesh.DEPARTMENT)) {
            means.put(figure.territory().id(), Math.rint(100 * value(figure)) / 100);
        }
        assertEquals(Map.of("59", 4.78, "62", 4.54, "80", 4.55, "02", 3.34, "60", 3.25), means);
    }

    @Test
    void theLowestInterMunicipalitiesOfTheNorthAreThoseKnown() {
        var lowest = published(upTo65, Mesh.EPCI).stream()
                .filter(figure -> communes.stream()
                        .anyMatch(commune -> figure.territory().id().equals(commune.epci())
                                && (commune.department().equals("59")
                                        || commune.department().equals("62"))))
                .min(Comparator.comparingDouble(PublishedAplTest::value))
                .orElseThrow();
        assertTrue(lowest.name().contains("Opale"), lowest.name());
        assertEquals(2.328, value(lowest), 0.0005);
        assertEquals("as-published; class-under-dense", lowest.note());
    }

    @Test
    void aRegionOfTripsIsEstimatedInAMomentAndBothWays() {
        var points = communes.stream()
                .filter(commune -> commune.lat() != null && commune.lon() != null)
                .map(commune -> new Point(commune.insee(), degrees(commune.lat()), degrees(commune.lon())))
                .toList();
        var trips = GreatCircle.COUNTRY_ROADS.trips(points, 20);
        assertEquals(
                points.size(),
                trips.stream().filter(trip -> trip.from().equals(trip.to())).count());
        double mean = (double) trips.size() / points.size();
        assertTrue(mean > 20 && mean < 120, mean + " communes within 20 minutes");
    }

    private static List<Figure> published(List<Commune> communes, Mesh mesh) {
        return AccessFigures.published(communes, AplThresholds.ZONING).stream()
                .filter(figure -> figure.territory().mesh() == mesh && figure.indicator() == Indicator.APL_PUBLISHED)
                .toList();
    }

    private static double value(Figure figure) {
        return degrees(figure.value());
    }

    private static double degrees(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static List<Commune> read(Path file, String apl) throws IOException {
        var lines = Files.readAllLines(file);
        var header = List.of(lines.get(0).split(","));
        var communes = new ArrayList<Commune>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            var row = new HashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i).replace("\"", ""));
            }
            communes.add(new Commune(
                    text(row, "code_insee"),
                    text(row, "nom"),
                    text(row, "dep"),
                    text(row, "epci_siren"),
                    text(row, "epci_nom"),
                    text(row, "arrondissement"),
                    null,
                    null,
                    Integer.parseInt(text(row, "pop_municipale")),
                    number(row, "pop_std_2016"),
                    number(row, "lat"),
                    number(row, "lon"),
                    row.get("zonage_medecin"),
                    number(row, "pop_std_2016") == null ? null : number(row, apl),
                    2018));
        }
        return communes;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static @Nullable Double number(Map<String, String> row, String column) {
        var text = text(row, column);
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
