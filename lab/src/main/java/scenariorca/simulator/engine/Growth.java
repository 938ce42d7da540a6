package scenariorca.simulator.engine;

/** Compound growth. */
final class Growth {
    private Growth() {}

    /** A number to a whole power, by squaring: the same on every machine, and faster than a power of any exponent. */
    static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int left = Math.abs(exponent); left > 0; left >>= 1) {
            result *= (left & 1) == 1 ? square : 1;
            square *= square;
        }
        return exponent < 0 ? 1 / result : result;
    }
}
