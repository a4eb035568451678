package fr.vigie.jobs.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What a first look at all bytes of a file tells: whether it has changed, and where it may be cut so that its parts can
 * be read side by side.
 *
 * @param digest length and checksums of the bytes: tells whether a file has changed, not whether somebody forged it
 * @param parts the file's parts in order, each from the beginning of a line; one where a line break may stand within
 *     quotes
 */
public record FileParts(String digest, List<Part> parts) {
    private static final int BLOCK = 8 << 20;

    /**
     * A part of a file.
     *
     * @param from its first byte
     * @param bytes how many; -1 for all that there are once the file is decompressed
     * @param line the line on which it begins, from 1
     */
    public record Part(long from, long bytes, long line) implements Serializable {
        public static final Part WHOLE = new Part(0, -1, 1);

        /** The bytes of this part of a file. */
        public InputStream of(InputFile file) {
            if (bytes < 0) {
                return file.bytes();
            }
            try {
                var channel = FileChannel.open(file.path(), StandardOpenOption.READ);
                channel.position(from);
                return new Bounded(Channels.newInputStream(channel), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public FileParts {
        parts = List.copyOf(parts);
    }

    /** Looks at a file; large ones are cut about every 8 MiB. */
    public static FileParts of(InputFile file) {
        return of(file, BLOCK);
    }

    /**
     * Looks at a file.
     *
     * @param block bytes about which a part has
     */
    public static FileParts of(InputFile file, int block) {
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long length = channel.size();
            var blocks = LongStream.range(0, (length + block - 1) / block)
                    .parallel()
                    .mapToObj(i -> Block.read(channel, i * block, (int) Math.min(block, length - i * block)))
                    .toList();
            boolean whole = !file.isPlain() || blocks.stream().anyMatch(Block::hasQuotes);
            return new FileParts(
                    digest(length, blocks.stream().map(Block::checksum).toList()),
                    whole ? List.of(Part.WHOLE) : cut(blocks, length));
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Those of some digests of plain files with all of whose contents a file, unpacked, begins; it is read once. */
    public static Set<String> begun(InputFile file, Collection<String> digests) {
        long most = file.isPlain() ? file.path().toFile().length() : Long.MAX_VALUE;
        var byLength = digests.stream()
                .filter(digest -> length(digest) <= most)
                .collect(Collectors.groupingBy(FileParts::length, TreeMap::new, Collectors.toSet()));
        var begun = new HashSet<String>();
        if (byLength.isEmpty()) {
            return begun;
        }
        try (var bytes = file.bytes()) {
            var checksums = new ArrayList<Long>();
            for (long from = 0; from < byLength.lastKey(); from += BLOCK) {
                var block = bytes.readNBytes((int) Math.min(BLOCK, byLength.lastKey() - from));
                for (var sought :
                        byLength.subMap(from, false, from + block.length, true).entrySet()) {
                    var whole = new ArrayList<>(checksums);
                    whole.add(Block.checksum(block, (int) (sought.getKey() - from)));
                    var digest = digest(sought.getKey(), whole);
                    if (sought.getValue().contains(digest)) {
                        begun.add(digest);
                    }
                }
                if (block.length < BLOCK) {
                    break;
                }
                checksums.add(Block.checksum(block, BLOCK));
            }
            return begun;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** How many bytes a file of that digest has. */
    public static long length(String digest) {
        return Long.parseLong(digest.substring(0, digest.indexOf('-')));
    }

    private static String digest(long length, List<Long> checksums) {
        var digest = new CRC32C();
        checksums.forEach(c -> digest.update(ByteBuffer.allocate(8).putLong(c).flip()));
        return "%d-%08x-%016x"
                .formatted(
                        length,
                        digest.getValue(),
                        checksums.stream().mapToLong(c -> c).reduce(0, (a, b) -> 31 * a + b));
    }

    /** Cuts behind the last line break of each block, where there is one; the first time behind the header. */
    private static List<Part> cut(List<Block> blocks, long length) {
        var parts = new ArrayList<Part>();
        long from = 0;
        long line = 1;
        long lines = 1;
        boolean blank = true;
        for (int i = 0; i < blocks.size() - 1; i++) {
            var block = blocks.get(i);
            lines += block.lines;
            boolean headerEnds = !blank || block.firstText < block.afterLastLine;
            blank &= block.isBlank;
            if (block.lines > 0 && headerEnds) {
                parts.add(new Part(from, block.afterLastLine - from, line));
                from = block.afterLastLine;
                line = lines;
            }
        }
        parts.add(new Part(from, length - from, line));
        return parts;
    }

    /**
     * What stands in a block of a file.
     *
     * @param afterLastLine the place behind its last line break
     * @param firstText the place of the first byte that is no line break and no byte order mark
     * @param isBlank whether there is none
     */
    private record Block(
            long checksum, long lines, long afterLastLine, long firstText, boolean isBlank, boolean hasQuotes) {
        static Block read(FileChannel channel, long from, int length) {
            try {
                var bytes = new byte[length];
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
                    // Until the block is full.
                }
                long lines = 0;
                int last = -1;
                boolean quotes = false;
                for (int i = 0; i < length; i++) {
                    if (bytes[i] == '\n') {
                        lines++;
                        last = i;
                    }
                    quotes |= bytes[i] == '"';
                }
                int text = 0;
                while (text < length && isBlank(bytes[text])) {
                    text++;
                }
                return new Block(checksum(bytes, length), lines, from + last + 1, from + text, text == length, quotes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static long checksum(byte[] bytes, int length) {
            var crc32 = new CRC32();
            var crc32c = new CRC32C();
            crc32.update(bytes, 0, length);
            crc32c.update(bytes, 0, length);
            return crc32.getValue() << 32 | crc32c.getValue();
        }

        private static boolean isBlank(byte b) {
            return b == '\n' || b == '\r' || b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
        }
    }
}
