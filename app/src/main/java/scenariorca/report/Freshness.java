package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All an answer depends on beside the question: two answers to one question with equal freshness are equal.
 *
 * @param version version of the warehouse; 0 before the first load
 * @param freshTo time of the source's snapshot behind it; null before the first load
 * @param logsCompleteTo up to when log events are complete; null when they are not, or none were ever read
 * @param day the UTC day the question's window ends with; null when the question does not depend on today
 */
public record Freshness(
        long version,
        @Nullable Instant freshTo,
        @Nullable Instant logsCompleteTo,
        @Nullable LocalDate day) {}
