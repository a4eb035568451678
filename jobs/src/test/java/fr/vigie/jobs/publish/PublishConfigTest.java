package fr.vigie.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.publish.PublishConfig.ClickHouse;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishConfigTest {
    private static final List<Block> BLOCKS = List.of(new Block("publish", PublishConfig.class));

    private static ClickHouse read(String yaml) {
        return VigieConfig.parse(yaml, "vigie.yaml", BLOCKS)
                .block(PublishConfig.class)
                .clickhouse();
    }

    @Test
    void nothingIsPublishedByDefault() {
        assertFalse(read("").isConfigured());
    }

    @Test
    void anAddressSwitchesPublishingOn() {
        ClickHouse server = read("publish: {clickhouse: {url: 'http://127.0.0.1:8123'}}");
        assertTrue(server.isConfigured());
        assertEquals("jdbc:clickhouse:http://127.0.0.1:8123", server.jdbcUrl());
    }

    @Test
    void authoritiesHaveADatabaseOfTheirOwn() {
        var error = assertThrows(UserError.class, () -> read("publish: {clickhouse: {authorities-database: vigie}}"));
        assertTrue(error.getMessage().contains("a database of their own"), error.getMessage());
    }

    @Test
    void anotherDatabasesAddressIsRefused() {
        assertThrows(UserError.class, () -> read("publish: {clickhouse: {url: 'jdbc:postgresql://localhost/vigie'}}"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var publisher = new ClickHousePublisher(read("").at("http://127.0.0.1:1"), "");
        var error = assertThrows(UserError.class, publisher::reach);
        assertTrue(error.getMessage().startsWith("ClickHouse at http://127.0.0.1:1"), error.getMessage());
    }

    @Test
    void callersKeysHaveNoColumn() {
        var error = assertThrows(IllegalArgumentException.class, () -> ClickHouseColumn.of(CallRow.class));
        assertTrue(error.getMessage().contains("callerKey"), error.getMessage());
    }
}
