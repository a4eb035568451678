package fr.vigie.jobs;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.LakeConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.spark.Sessions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a configuration, a key, input files, a lake and reports. While it is open for writing nobody else
 * writes to it.
 */
public final class Workspace implements AutoCloseable {
    private final Path root;
    private final VigieConfig config;
    private final @Nullable FileChannel lockFile;
    private @Nullable SparkSession spark;

    private Workspace(Path root, VigieConfig config, @Nullable FileChannel lockFile) {
        this.root = root;
        this.config = config;
        this.lockFile = lockFile;
    }

    /**
     * Opens a workspace to read it.
     *
     * @param root its folder
     * @param configFile its configuration
     * @param blocks every block of the configuration
     */
    public static Workspace read(Path root, Path configFile, List<Block> blocks) {
        return new Workspace(root, configuration(root, configFile, blocks), null);
    }

    /**
     * Opens a workspace to write to it, and waits as long as somebody else does.
     *
     * @param waiting told once when it has to wait
     */
    public static Workspace write(Path root, Path configFile, List<Block> blocks, Runnable waiting) {
        var config = configuration(root, configFile, blocks);
        try {
            var channel = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waiting.run();
                lock = channel.lock();
            }
            return new Workspace(root, config, channel);
        } catch (IOException e) {
            throw UserError.failed("The workspace %s cannot be written to (%s).\nMaybe its folder is read-only or full."
                    .formatted(root, e.getClass().getSimpleName()));
        }
    }

    private static VigieConfig configuration(Path root, Path configFile, List<Block> blocks) {
        if (!Files.isDirectory(root)) {
            throw UserError.usage(
                    "There is no workspace at %s.\nMaybe run 'vigie init --workspace %s' first.".formatted(root, root));
        }
        return VigieConfig.read(configFile, blocks);
    }

    public Path root() {
        return root;
    }

    /**
     * The flow of stages over this workspace's tables.
     *
     * @param asOf the date to run for; null for the day after the last call
     */
    public Flow flow(@Nullable LocalDate asOf) {
        return new Flow(lake(), config, root.resolve("reports"), asOf, Clock.systemUTC());
    }

    public VigieConfig config() {
        return config;
    }

    /** The tables; the first call starts Spark. */
    public Lake lake() {
        if (spark == null) {
            var catalog = catalog();
            Relocation.refuse(root, catalog.get("warehouse"));
            spark = Sessions.local("vigie", catalog);
            if (lockFile != null) {
                new Register(root, new Lake(spark)).restore();
            }
        }
        // Another thread may have started it, and Spark reads its settings from the session that the asking thread has.
        SparkSession.setActiveSession(spark);
        return new Lake(spark);
    }

    private Map<String, String> catalog() {
        var catalog = new HashMap<>(config.block(LakeConfig.class).catalog());
        if ("hadoop".equals(catalog.get("type"))) {
            catalog.computeIfPresent(
                    "warehouse",
                    (key, folder) -> folder.contains("://")
                            ? folder
                            : root.resolve(folder).toAbsolutePath().toString());
        }
        return catalog;
    }

    @Override
    public void close() {
        if (spark != null) {
            try {
                if (lockFile != null) {
                    new Register(root, new Lake(spark)).keep();
                }
            } finally {
                spark.stop();
            }
        }
        if (lockFile != null) {
            try {
                lockFile.close();
            } catch (IOException e) {
                throw UserError.failed("The lock of the workspace %s could not be given back (%s)."
                        .formatted(root, e.getClass().getSimpleName()));
            }
        }
    }
}
