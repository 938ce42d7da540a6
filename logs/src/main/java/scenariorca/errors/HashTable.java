package scenariorca.errors;

import java.util.Arrays;

/**
 * Line hash to signature: open addressing over primitive arrays. It is a cache: when it is full it starts again, and
 * a line that is not in it is only slower.
 */
final class HashTable {
    private static final int FIRST_SLOTS = 1 << 12;
    private static final int MAX_SLOTS = 1 << 21;
    /** No signature has this number. */
    static final int ABSENT = -1;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] values = new int[FIRST_SLOTS];
    private int size;

    HashTable() {
        Arrays.fill(values, ABSENT);
    }

    int get(long key) {
        int last = keys.length - 1;
        for (int slot = (int) key & last; values[slot] != ABSENT; slot = slot + 1 & last) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    void put(long key, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int last = keys.length - 1;
        int slot = (int) key & last;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & last;
        }
        size += values[slot] == ABSENT ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        boolean isFull = keys.length == MAX_SLOTS;
        int slots = isFull ? FIRST_SLOTS : 2 * keys.length;
        keys = new long[slots];
        values = new int[slots];
        Arrays.fill(values, ABSENT);
        size = 0;
        for (int slot = 0; slot < oldKeys.length && !isFull; slot++) {
            if (oldValues[slot] != ABSENT) {
                put(oldKeys[slot], oldValues[slot]);
            }
        }
    }
}
