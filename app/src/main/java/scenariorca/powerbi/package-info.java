/**
 * The Power BI project: one description of the model and the report, from which every file is written. It opens no
 * connection and reads no clock; the texts it shows come from the comments in the migrations.
 */
@NullMarked
package scenariorca.powerbi;

import org.jspecify.annotations.NullMarked;
