package fr.vigie.jobs.publish;

import java.util.regex.Pattern;

/**
 * Where results are copied to.
 *
 * @param clickhouse the ClickHouse server
 */
public record PublishConfig(ClickHouse clickhouse) {

    /**
     * A ClickHouse server.
     *
     * @param url its address, {@code http://…} or {@code jdbc:clickhouse:…}; {@code none} for no server
     * @param user who writes; may create databases and tables
     * @param database for the service's own people
     * @param authoritiesDatabase for health authorities: a database of its own, so that no grant shows both
     */
    public record ClickHouse(String url, String user, String database, String authoritiesDatabase) {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
        private static final String NONE = "none";

        public ClickHouse {
            if (!url.equals(NONE) && !url.startsWith("http") && !url.startsWith("jdbc:clickhouse:")) {
                throw new IllegalArgumentException(
                        "The address %s is not ClickHouse's.\nMaybe http://127.0.0.1:8123.".formatted(url));
            }
            if (!NAME.matcher(database).matches()
                    || !NAME.matcher(authoritiesDatabase).matches()) {
                throw new IllegalArgumentException(
                        "The databases (%s, %s) must be lower-case words.".formatted(database, authoritiesDatabase));
            }
            if (database.equals(authoritiesDatabase)) {
                throw new IllegalArgumentException(
                        "Authorities need a database of their own, not %s as well.".formatted(database));
            }
        }

        /** The same, at another address. */
        public ClickHouse at(String address) {
            return new ClickHouse(address, user, database, authoritiesDatabase);
        }

        /** Whether there is a server to publish to. */
        public boolean isConfigured() {
            return !url.equals(NONE);
        }

        String jdbcUrl() {
            return url.startsWith("http") ? "jdbc:clickhouse:" + url : url;
        }
    }
}
