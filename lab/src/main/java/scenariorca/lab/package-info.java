/** The commands that simulate, show and measure: an installation of the product has none of them. */
@NullMarked
package scenariorca.lab;

import org.jspecify.annotations.NullMarked;
