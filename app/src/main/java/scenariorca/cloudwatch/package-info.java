/** Log events from Amazon CloudWatch: by its API, or from files in its formats. The only importer of the AWS SDK. */
@NullMarked
package scenariorca.cloudwatch;

import org.jspecify.annotations.NullMarked;
