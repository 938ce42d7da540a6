/** What did the user do: actions grouped into sessions, and what they add up to. Pure. */
@NullMarked
package scenariorca.journey;

import org.jspecify.annotations.NullMarked;
