package fr.vigie.report;

import java.util.List;

/**
 * A chapter of a page.
 *
 * @param id its anchor
 */
record Section(String id, String heading, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }

    /** A chapter whose heading is the sentence {@code id.heading}. */
    static Section of(String id, Words words, List<Block> blocks) {
        return new Section(id, words.text(id + ".heading"), blocks);
    }

    /** A chapter that has nothing to show and says why: the sentence {@code id.empty}. */
    static Section empty(String id, Words words) {
        return of(id, words, List.of(new Block.Note(words.text(id + ".empty"))));
    }
}
