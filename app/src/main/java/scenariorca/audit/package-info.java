/** The proof that the history is as loads wrote it: a chain of digests, its verification, and its head to take away. */
@NullMarked
package scenariorca.audit;

import org.jspecify.annotations.NullMarked;
