package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenFilesTest {
    @TempDir
    Path root = Path.of(".");

    @BeforeEach
    void aFolderOfExports() throws IOException {
        for (var name : List.of(
                "exports/a.csv",
                "exports/2025/10/b.csv.gz",
                "exports/2025/10/b.csv.gz.part",
                "exports/.a.csv.Xy12",
                "exports/.upload/c.csv",
                "exports/d.csv.TMP",
                "exports/e.csv~",
                "other.csv")) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), "x");
        }
        Files.createFile(root.resolve("exports/empty.csv"));
    }

    private List<String> names(List<Path> files) {
        return files.stream().map(f -> root.relativize(f).toString()).toList();
    }

    @Test
    void aFolderStandsForAllThatLiesInItButWhatIsOnItsWay() {
        var given = GivenFiles.named(List.of(root.resolve("exports"), root.resolve("other.csv")));
        assertEquals(List.of("exports/2025/10/b.csv.gz", "exports/a.csv", "other.csv"), names(given.files()));
        assertEquals(List.of("exports/empty.csv"), names(given.empty()));
        assertEquals(1, given.warnings().size());
    }

    @Test
    void aFileThatIsNamedIsMeantWhateverItIs() {
        var named = List.of(root.resolve("exports/.a.csv.Xy12"), root.resolve("exports/empty.csv"));
        var given = GivenFiles.named(named);
        assertEquals(named, given.files());
        assertEquals(List.of(), given.empty());
    }

    @Test
    void aSourceMayNameFilesPatternsAndFolders() {
        assertEquals(
                List.of("exports/2025/10/b.csv.gz", "exports/a.csv"),
                names(GivenFiles.matching(root, List.of("exports")).files()));
        assertEquals(
                List.of("exports/2025/10/b.csv.gz", "exports/a.csv", "other.csv"),
                names(GivenFiles.matching(root, List.of("exports/*", "other.csv"))
                        .files()));
        assertEquals(
                List.of("exports/a.csv"),
                names(GivenFiles.matching(root, List.of("exports/*.csv*", "nowhere/*"))
                        .files()));
    }

    @Test
    void aFolderWithoutAFileToReadIsRefused() throws IOException {
        var empty = Files.createDirectories(root.resolve("exports/.upload/empty"));
        var error = assertThrows(UserError.class, () -> GivenFiles.named(List.of(empty)));
        assertTrue(String.valueOf(error.getMessage()).contains("holds no file to read"), error.getMessage());
    }
}
