/** A load: extract, stage, derive, merge and publish, as one sequence. Start reading at {@link scenariorca.pipeline.Pipeline}. */
@NullMarked
package scenariorca.pipeline;

import org.jspecify.annotations.NullMarked;
