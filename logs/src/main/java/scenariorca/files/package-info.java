/** The events of one file, whoever wrote it: a subscription filter, an export, Logs Insights, a program. Pure. */
@NullMarked
package scenariorca.files;

import org.jspecify.annotations.NullMarked;
