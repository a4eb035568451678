package fr.vigie.queue;

/** The callers of one kind who wait, first come first served: four numbers each, in a ring that grows. */
final class WaitingLine {
    private static final int FIELDS = 4;

    private long[] ring = new long[64 * FIELDS];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the first one came; the end of time if there is none. */
    long firstArrival() {
        return size == 0 ? Long.MAX_VALUE : ring[head];
    }

    long firstDeadline() {
        return ring[head + 1];
    }

    long firstHandling() {
        return ring[head + 2];
    }

    int firstRedial() {
        return (int) ring[head + 3];
    }

    void removeFirst() {
        head = (head + FIELDS) & (ring.length - 1);
        size--;
    }

    void add(long arrival, long deadline, long handling, int redial) {
        if (size * FIELDS == ring.length) {
            grow();
        }
        int tail = (head + size * FIELDS) & (ring.length - 1);
        ring[tail] = arrival;
        ring[tail + 1] = deadline;
        ring[tail + 2] = handling;
        ring[tail + 3] = redial;
        size++;
    }

    private void grow() {
        var larger = new long[2 * ring.length];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }
}
