/** What kind of error is this: patterns, fingerprints and categories. Pure: no input, no output, no clock. */
@NullMarked
package scenariorca.errors;

import org.jspecify.annotations.NullMarked;
