package scenariorca.diagnosis;

/**
 * What a term weighs in a class by how much of it there is, in log-odds: some of it from the first trace on, some evenly, some only
 * where most of it is there. All parts have the sign of the term, so that more of a term never speaks the other way.
 *
 * @param early what its first fifth weighs beyond the even part
 * @param even what it weighs evenly
 * @param late what its last half weighs beyond the even part
 */
public record Curve(double early, double even, double late) {
    /** How many parts there are. */
    public static final int PARTS = 3;

    static final Curve NOTHING = new Curve(0, 0, 0);
    private static final double FIRST = 0.2;
    private static final double LAST = 0.5;

    /** @param whole what all of it weighs */
    static Curve of(double whole, double early, double late) {
        return new Curve(early, whole - early - late, late);
    }

    /** How much of each part there is in a share of the term, 0 to 1, in the order of the components. */
    public static double[] parts(double share) {
        return new double[] {Math.min(1, share / FIRST), share, Math.max(0, (share - LAST) / (1 - LAST))};
    }

    /** What all of it weighs. */
    public double whole() {
        return early + even + late;
    }

    /** What a share of it weighs, 0 to 1. */
    public double worth(double share) {
        double[] parts = parts(share);
        return early * parts[0] + even * parts[1] + late * parts[2];
    }
}
