package scenariorca.powerbi;

/**
 * Where something is on a page, in pixels from its upper left corner.
 *
 * @param x to the left edge
 * @param y to the upper edge
 * @param width to the right edge from the left
 * @param height to the lower edge from the upper
 */
record Box(int x, int y, int width, int height) {
    boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    boolean isWithin(int pageWidth, int pageHeight) {
        return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= pageWidth && y + height <= pageHeight;
    }
}
