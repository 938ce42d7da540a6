package scenariorca.pipeline;

/**
 * Which event ids a load has seen, in 16 MB however many there are: it may take a new one for seen, never a seen one for
 * new. Up to ten million ids fewer than one in a hundred are taken so; the more beyond, the more often the database is asked.
 */
final class SeenIds {
    private static final int WORDS = 1 << 21;
    private static final int BIT_MASK = WORDS * 64 - 1;
    private static final int PROBES = 4;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final long[] bits = new long[WORDS];

    /** Notes an id and says whether it may have been noted before. */
    boolean add(String group, String eventId) {
        long hash = mixed(hash(eventId, hash(group, FACTOR)));
        int step = (int) (hash >>> 32) | 1;
        boolean isSeen = true;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = (int) hash + probe * step & BIT_MASK;
            long mask = 1L << (bit & 63);
            isSeen &= (bits[bit >>> 6] & mask) != 0;
            bits[bit >>> 6] |= mask;
        }
        return isSeen;
    }

    private static long hash(String text, long start) {
        long hash = start;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * FACTOR;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * FACTOR;
        return mixed ^ mixed >>> 29;
    }
}
