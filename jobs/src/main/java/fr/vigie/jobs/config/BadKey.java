package fr.vigie.jobs.config;

import java.util.function.Supplier;

/** A value that a block's record refuses, with the key under which it stands in the block. */
final class BadKey extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    private BadKey(String key, IllegalArgumentException why) {
        super(why.getMessage(), why);
        this.key = key;
    }

    String key() {
        return key;
    }

    /** What is made of the value of a key; a refusal names the key. */
    static <T> T naming(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new BadKey(key, e);
        }
    }
}
