/**
 * Copies the Power BI project for an installation. The files below {@code powerbi/} in the repository are the source,
 * edited in Power BI Desktop; the build packs them into the jar.
 */
@org.jspecify.annotations.NullMarked
package scenariorca.powerbi;
