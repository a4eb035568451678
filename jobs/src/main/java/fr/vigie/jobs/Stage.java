package fr.vigie.jobs;

import fr.vigie.jobs.lake.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * A step of the flow: it reads tables and writes its own, and knows nothing of when it is due.
 *
 * <p>A stage is a class without state. Its noun names its package, its sub-command and its block in {@code vigie.yaml}.
 */
public interface Stage {
    /** The stage's word, e.g. {@code load}. */
    String noun();

    /** The key of its block of the configuration: its word, unless it shares a block with others. */
    default String block() {
        return noun();
    }

    /**
     * The record that the stage's block of the configuration is bound to. Its defaults stand in
     * {@code <block>.yaml} beside the stage's class.
     */
    Class<? extends Record> configuration();

    /** The tables whose content the result depends on. */
    List<Table<?>> reads();

    /** The tables that it writes, which no other stage writes. */
    List<Table<?>> writes();

    /** Whether what it leaves outside the lake is still there. */
    default boolean isInPlace(Path reports) {
        return true;
    }

    /** Reads, transforms, commits. */
    void run(StageRun run);
}
