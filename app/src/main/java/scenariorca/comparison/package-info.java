/** What differs between two runs: choice of the baseline, difference of two JSON values, comparison of two runs. */
@NullMarked
package scenariorca.comparison;

import org.jspecify.annotations.NullMarked;
