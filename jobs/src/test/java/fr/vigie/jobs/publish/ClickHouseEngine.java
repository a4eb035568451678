package fr.vigie.jobs.publish;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real ClickHouse engine (the npm package chdb behind {@code bridge.mjs}) for the tests of a class. Those that ask for
 * it are skipped where it is not installed; {@code ./vigie test} installs it.
 */
public final class ClickHouseEngine implements BeforeAllCallback, AfterAllCallback {
    private static final Path HOME = Path.of("src/test/clickhouse").toAbsolutePath();

    private @Nullable Process bridge;
    private @Nullable Path data;
    private @Nullable String url;

    /** Its address, for the JDBC driver. */
    public String url() {
        assumeTrue(
                isInstalled(), "no ClickHouse engine; ./vigie test installs it (npm ci in jobs/src/test/clickhouse)");
        if (url == null) {
            throw new IllegalStateException("The engine has not started.");
        }
        return url;
    }

    private static boolean isInstalled() {
        return Files.isDirectory(HOME.resolve("node_modules/chdb"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!isInstalled()) {
            return;
        }
        data = Files.createTempDirectory("vigie-clickhouse");
        // Iceberg tables are readable below the working directory only: the tests' lakes stand in temporary folders.
        bridge = new ProcessBuilder("node", HOME.resolve("bridge.mjs").toString(), data.toString())
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port =
                new BufferedReader(new InputStreamReader(bridge.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException("The engine did not start; what it said stands above.");
        }
        url = "http://127.0.0.1:" + port;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (bridge != null) {
            bridge.getOutputStream().close();
            if (!bridge.waitFor(10, TimeUnit.SECONDS)) {
                bridge.destroyForcibly();
            }
        }
        if (data != null && Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
