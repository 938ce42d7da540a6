package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;

/**
 * A release of the platform between the baseline run and this run. Source: dim_release.
 *
 * @param name Example: 2026.47.0
 * @param service what was released; empty when unknown
 * @param at when it was there
 */
public record PlatformRelease(String name, String service, Instant at) {
    static final Comparator<PlatformRelease> ORDER = Comparator.comparing(PlatformRelease::at)
            .reversed()
            .thenComparing(PlatformRelease::name)
            .thenComparing(PlatformRelease::service);
}
