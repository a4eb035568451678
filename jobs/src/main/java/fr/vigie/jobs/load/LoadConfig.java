package fr.vigie.jobs.load;

/**
 * How the load is counted; what is offered, in time and a redial stands in the {@code service} block.
 *
 * @param partitions days are counted in so many parts at once; 0 lets Spark choose
 */
public record LoadConfig(int partitions) {
    public LoadConfig {
        if (partitions < 0) {
            throw new IllegalArgumentException("The partitions (%d) must not be negative.".formatted(partitions));
        }
    }
}
