package scenariorca;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import scenariorca.cloudwatch.OpenLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.logs.Severity;
import scenariorca.pipeline.LogPlan;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/** Reads from the settings what a load does with log events. */
final class LogSettings {
    private static final int FIRST_DAYS = 30;
    private static final int MAX_DAYS = 36_500;
    private static final int OVERLAP_MINUTES = 120;

    private LogSettings() {}

    static LogPlan plan(Settings settings, OpenLogSource watched, LogLoadOptions ask) {
        Integer retention = ask.retentionDays();
        return new LogPlan(
                watched.source(),
                watched.groups().stream()
                        .map(group -> new LogPlan.Group(group.name(), group.environment()))
                        .toList(),
                watched.isFiles() && ask.days() == null,
                ask.days(),
                settings.number("LOG_FIRST_DAYS", FIRST_DAYS, 1, MAX_DAYS),
                Duration.ofMinutes(settings.number("LOG_LOOKBACK_MINUTES", OVERLAP_MINUTES, 0, 10_080)),
                retention == null ? settings.number("LOG_RETENTION_DAYS", 0, 0, MAX_DAYS) : retention,
                Integer.MAX_VALUE,
                new LogSelection(minSeverity(settings), settings.number("LOG_SAMPLE_PCT", 100, 0, 100)),
                redactor(settings),
                Clock.systemUTC());
    }

    private static Severity minSeverity(Settings settings) {
        String word = settings.text("LOG_MIN_SEVERITY", "DEBUG");
        return Severity.of(word)
                .filter(severity -> severity.compareTo(Severity.WARN) <= 0)
                .orElseThrow(() -> new RcaException(
                        ErrorCode.CONFIGURATION,
                        "LOG_MIN_SEVERITY is \"%s\"; it must be DEBUG, INFO or WARN: warnings and errors are always kept"
                                .formatted(word)));
    }

    private static Redactor redactor(Settings settings) {
        Redactor standard = Redactor.standard(settings.number("LOG_REDACT_IP", 0, 0, 1) == 1);
        Optional<String> file = settings.text("LOG_REDACTION_RULES");
        if (file.isEmpty()) {
            return standard;
        }
        try {
            return standard.with(Files.readAllLines(Path.of(file.get()), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw unusable(file.get(), "there is no such file; correct the path, or unset it", e);
        } catch (CharacterCodingException e) {
            throw unusable(file.get(), "it is no UTF-8 text; save it as such", e);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file.get(), String.valueOf(e.getMessage()), e);
        }
    }

    private static RcaException unusable(String file, String why, Exception cause) {
        return new RcaException(
                ErrorCode.CONFIGURATION, "LOG_REDACTION_RULES, %s, cannot be used: %s".formatted(file, why), cause);
    }
}
