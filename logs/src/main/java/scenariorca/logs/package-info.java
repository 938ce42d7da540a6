/** A log line as a value: port, stitching, redaction, parsing. Pure: no input, no output, no clock. */
@NullMarked
package scenariorca.logs;

import org.jspecify.annotations.NullMarked;
