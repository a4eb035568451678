package fr.vigie.jobs.ingest;

import java.util.Arrays;

/** Short texts as small numbers: the same bytes, the same number, from 0 in order of appearance. */
final class Interner {
    private byte[][] texts = new byte[64][];
    private int[] table = new int[256];
    private int size;

    Interner() {
        Arrays.fill(table, -1);
    }

    int size() {
        return size;
    }

    /** The bytes of a number; not to be changed. */
    byte[] text(int number) {
        return texts[number];
    }

    /** The number of a text. */
    int of(byte[] text) {
        return of(text, 0, text.length);
    }

    /** The number of the text in a part of some bytes. */
    int of(byte[] bytes, int from, int until) {
        int place = place(bytes, from, until);
        if (table[place] >= 0) {
            return table[place];
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        texts[size] = Arrays.copyOfRange(bytes, from, until);
        table[place] = size++;
        if (2 * size > table.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a text that may not be known: -1 then. */
    int find(byte[] bytes, int from, int until) {
        return table[place(bytes, from, until)];
    }

    /** Where a text stands in the table, or would. */
    private int place(byte[] bytes, int from, int until) {
        int place = hash(bytes, from, until) & table.length - 1;
        while (table[place] >= 0) {
            var known = texts[table[place]];
            if (Arrays.equals(known, 0, known.length, bytes, from, until)) {
                break;
            }
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private void grow() {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        for (int i = 0; i < size; i++) {
            table[place(texts[i], 0, texts[i].length)] = i;
        }
    }

    private static int hash(byte[] bytes, int from, int until) {
        int hash = 0;
        for (int i = from; i < until; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
