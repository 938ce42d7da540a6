/** What every part stands on: settings, JSON, SQL files, and the one exception type. */
@NullMarked
package scenariorca.platform;

import org.jspecify.annotations.NullMarked;
