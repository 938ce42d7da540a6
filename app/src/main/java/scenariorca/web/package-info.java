/** The dashboard: a page per question, made on the server from the same reports that feed the API. */
@NullMarked
package scenariorca.web;

import org.jspecify.annotations.NullMarked;
