/** The REST API: thin controllers, problem documents, and the OpenAPI document that describes them. */
@NullMarked
package scenariorca.api;

import org.jspecify.annotations.NullMarked;
