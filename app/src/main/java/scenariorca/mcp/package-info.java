/** The door for assistants: the reports as tools of the Model Context Protocol. */
@NullMarked
package scenariorca.mcp;

import org.jspecify.annotations.NullMarked;
