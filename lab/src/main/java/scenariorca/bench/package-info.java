/** Measures the product: accuracy and speed, with the method beside the figure. */
@NullMarked
package scenariorca.bench;

import org.jspecify.annotations.NullMarked;
