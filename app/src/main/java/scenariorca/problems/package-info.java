/** What is broken: runs of one cause as one problem, and its episodes. Pure: no I/O, no clock. */
@NullMarked
package scenariorca.problems;

import org.jspecify.annotations.NullMarked;
