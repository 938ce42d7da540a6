/** The reading of log lines on a cluster: the functions of {@code logs} over a bucket of objects, into a lake and a warehouse. */
@NullMarked
package scenariorca.spark;

import org.jspecify.annotations.NullMarked;
