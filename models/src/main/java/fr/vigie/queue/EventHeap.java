package fr.vigie.queue;

import java.util.Arrays;

/** What is due, as numbers: the least one first. A binary heap without objects. */
final class EventHeap {
    private long[] due = new long[64];
    private int size;

    /** The least number; the greatest there is if nothing is due. */
    long least() {
        return size == 0 ? Long.MAX_VALUE : due[0];
    }

    void add(long number) {
        if (size == due.length) {
            due = Arrays.copyOf(due, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (due[parent] <= number) {
                break;
            }
            due[hole] = due[parent];
            hole = parent;
        }
        due[hole] = number;
    }

    void removeLeast() {
        long last = due[--size];
        int hole = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && due[child + 1] < due[child]) {
                child++;
            }
            if (due[child] >= last) {
                break;
            }
            due[hole] = due[child];
            hole = child;
            child = 2 * hole + 1;
        }
        due[hole] = last;
    }
}
