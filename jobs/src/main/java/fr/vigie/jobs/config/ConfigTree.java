package fr.vigie.jobs.config;

import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as it was written, before any value has a type: so that defaults and the user's file can be merged without
 * {@code no} turning into false on the way, and a wrong key can be named with its line.
 */
final class ConfigTree {
    /** A configuration has some thousands; the time to read one grows faster than its length. */
    static final int MOST_CHARACTERS = 1 << 20;

    private ConfigTree() {}

    /** The mapping at the top of a text; an empty one for an empty text. */
    static MappingNode compose(String text, String where) {
        if (text.length() > MOST_CHARACTERS) {
            throw UserError.usage(
                    "%s is larger than any configuration (1 MiB).\nMaybe it is another file.".formatted(where));
        }
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(20);
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
            }
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
            throw UserError.usage("%s holds no keys.\nMaybe a block such as 'service:' is missing.".formatted(where));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw UserError.usage("%s, line %s is not YAML: %s."
                    .formatted(where, mark == null ? "?" : mark.getLine() + 1, e.getProblem()));
        } catch (YAMLException e) {
            // Too large, too deep, too many aliases.
            throw UserError.usage(
                    "%s is YAML of a kind that no configuration needs: %s.".formatted(where, e.getMessage()));
        }
    }

    /** Fails on a key at the top that is none of the blocks. */
    static void knowsOnly(MappingNode root, Collection<String> keys, String where) {
        check(root, keys, "", where);
    }

    /** The block's defaults with the user's values over them. */
    static Node merge(Block block, MappingNode user, String where) {
        var defaults = value(compose(block.defaults(), block.key() + ".yaml"), block.key())
                .orElseThrow(() -> new IllegalStateException(block.key() + ".yaml does not begin with its key."));
        return value(user, block.key())
                .map(own -> merge(defaults, own, block.type(), block.key(), where))
                .orElse(defaults);
    }

    private static Node merge(Node defaults, Node user, Class<?> type, String path, String where) {
        if (!(defaults instanceof MappingNode base) || !isPlainRecord(type)) {
            return user;
        }
        if (!(user instanceof MappingNode own)) {
            throw UserError.usage(
                    "%s, line %d: %s must hold keys, not a single value.".formatted(where, line(user), path));
        }
        var components = type.getRecordComponents();
        check(own, Arrays.stream(components).map(c -> kebab(c.getName())).toList(), path, where);
        var tuples = new ArrayList<NodeTuple>();
        for (RecordComponent component : components) {
            var key = kebab(component.getName());
            var given = value(own, key);
            var standard = value(base, key);
            var merged = given.isPresent() && standard.isPresent()
                    ? merge(standard.get(), given.get(), component.getType(), path + "." + key, where)
                    : given.or(() -> standard).orElse(null);
            if (merged != null) {
                tuples.add(new NodeTuple(scalar(key), merged));
            }
        }
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    /** A record that is written as its keys, not as a map of its own. */
    private static boolean isPlainRecord(Class<?> type) {
        return type.isRecord()
                && !(type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == Map.class
                        && type.isAnnotationPresent(WrittenAsMap.class));
    }

    private static void check(MappingNode mapping, Collection<String> known, String path, String where) {
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var key = text(tuple.getKeyNode());
            var full = path.isEmpty() ? key : path + "." + key;
            if (!known.contains(key)) {
                throw UserError.usage("%s, line %d: the key '%s' is unknown.%s"
                        .formatted(where, line(tuple.getKeyNode()), full, Suggestion.of(key, known)));
            }
            if (!seen.add(key)) {
                throw UserError.usage(
                        "%s, line %d: the key '%s' stands twice.".formatted(where, line(tuple.getKeyNode()), full));
            }
        }
    }

    static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    static String kebab(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(t -> text(t.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .reduce((first, second) -> second);
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : String.valueOf(node);
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, null, null, org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN);
    }
}
