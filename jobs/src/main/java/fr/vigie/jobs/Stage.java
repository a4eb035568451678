package fr.vigie.jobs;

import fr.vigie.jobs.lake.Table;
import java.util.List;

/**
 * A step of the flow: it reads tables and writes its own, and knows nothing of when it is due.
 *
 * <p>A stage is a class without state. Its noun names its package, its sub-command and its block in {@code vigie.yaml}.
 */
public interface Stage {
    /** The stage's word, e.g. {@code load}. */
    String noun();

    /**
     * The record that the stage's block of the configuration is bound to. Its defaults stand in
     * {@code <noun>.yaml} beside the stage's class.
     */
    Class<? extends Record> configuration();

    /** The tables whose content the result depends on. */
    List<Table<?>> reads();

    /** The tables that it writes, which no other stage writes. */
    List<Table<?>> writes();

    /** Reads, transforms, commits. */
    void run(StageRun run);
}
