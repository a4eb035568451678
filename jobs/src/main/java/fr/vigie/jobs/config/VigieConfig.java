package fr.vigie.jobs.config;

import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole configuration: every block bound to its record, the user's values over the defaults. */
public final class VigieConfig {
    private final Map<Class<?>, Record> blocks;

    private VigieConfig(Map<Class<?>, Record> blocks) {
        this.blocks = blocks;
    }

    /**
     * Reads a file over the defaults.
     *
     * @param file the user's {@code vigie.yaml}; null for the defaults alone
     * @param blocks every block there is
     * @throws UserError when a key is unknown, missing, given twice, or its value cannot be used
     */
    public static VigieConfig read(@Nullable Path file, List<Block> blocks) {
        String text = "";
        String where = "the defaults";
        if (file != null) {
            where = file.getFileName().toString();
            try (var bytes = Files.newInputStream(file)) {
                // No more than shows that it is too large: a device never ends.
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes.readNBytes(4 * ConfigTree.MOST_CHARACTERS + 1)))
                        .toString();
            } catch (CharacterCodingException e) {
                throw UserError.usage("The configuration %s is not in UTF-8.\nMaybe save it as such.".formatted(file));
            } catch (IOException e) {
                throw UserError.usage(
                        Files.exists(file)
                                ? "The configuration %s cannot be read.\nMaybe it is a folder or belongs to somebody else."
                                        .formatted(file)
                                : "There is no configuration %s.\nMaybe run 'vigie init' first.".formatted(file));
            }
        }
        return parse(text, where, blocks);
    }

    /** The same from a text; {@code where} names it in messages. */
    public static VigieConfig parse(String text, String where, List<Block> blocks) {
        var user = ConfigTree.compose(text, where);
        ConfigTree.knowsOnly(user, blocks.stream().map(Block::key).toList(), where);
        var bound = new LinkedHashMap<Class<?>, Record>();
        for (var block : blocks) {
            var merged = ConfigTree.merge(block, user, where);
            bound.put(block.type(), ConfigBinder.bind(merged, block, where));
        }
        return new VigieConfig(bound);
    }

    /** The block bound to that record. */
    public <C extends Record> C block(Class<C> type) {
        var block = blocks.get(type);
        if (block == null) {
            throw new IllegalArgumentException(type.getName() + " is no block of the configuration.");
        }
        return type.cast(block);
    }

    /** A block as JSON: the same values, the same text. */
    public String json(Class<? extends Record> type) {
        return text(block(type));
    }

    /** Any value of the configuration as JSON. */
    public static String text(Object value) {
        return ConfigBinder.json(value);
    }
}
