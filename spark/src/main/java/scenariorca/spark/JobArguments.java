package scenariorca.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.Severity;

/**
 * What a job is told: by its command line, and by the settings of the product in its environment.
 *
 * @param input folder or bucket of log objects
 * @param lake folder or bucket that gets all lines
 * @param warehouse null when nothing is handed over
 * @param groups the log groups to read; none for all
 * @param environment of lines that name none; null when unknown
 * @param rules rules of the installation for what must not be stored
 * @param hasAddresses whether IP addresses are taken out, too
 */
record JobArguments(
        String input,
        String lake,
        @Nullable WarehouseLink warehouse,
        List<String> groups,
        @Nullable String environment,
        Reading.Keeping keeping,
        List<String> rules,
        boolean hasAddresses) {
    static final String USAGE =
            "spark-submit --class scenariorca.spark.LogJob rca-spark.jar --input <place> --lake <place> [--log-group <name>]..."
                    + " [--environment <name>] [--known-ids] [--lake-only]";

    private static final Set<String> WITH_VALUE = Set.of("--input", "--lake", "--log-group", "--environment");
    private static final Set<String> ALONE = Set.of("--known-ids", "--lake-only");

    /** @throws IllegalArgumentException when something is missing or wrong; the message says what to do */
    static JobArguments of(String[] words, Map<String, String> settings) {
        var values = new HashMap<String, List<String>>();
        for (int at = 0; at < words.length; at++) {
            String word = words[at];
            if (ALONE.contains(word)) {
                values.put(word, List.of());
            } else if (WITH_VALUE.contains(word) && at + 1 < words.length) {
                values.computeIfAbsent(word, none -> new ArrayList<>()).add(words[++at]);
            } else {
                throw new IllegalArgumentException(
                        "there is no option '%s', or its value is missing; use: %s".formatted(word, USAGE));
            }
        }
        return new JobArguments(
                one(values, "--input", null),
                one(values, "--lake", settings.get("RCA_LAKE")),
                values.containsKey("--lake-only") ? null : warehouse(settings),
                values.getOrDefault("--log-group", List.of()),
                values.containsKey("--environment") ? one(values, "--environment", null) : null,
                keeping(settings, values.containsKey("--known-ids")),
                rules(settings.get("LOG_REDACTION_RULES")),
                "1".equals(settings.get("LOG_REDACT_IP")));
    }

    private static String one(Map<String, List<String>> values, String option, @Nullable String otherwise) {
        List<String> given = values.getOrDefault(option, otherwise == null ? List.of() : List.of(otherwise));
        if (given.size() != 1 || given.get(0).isBlank()) {
            throw new IllegalArgumentException("%s must be given once; use: %s".formatted(option, USAGE));
        }
        return given.get(0);
    }

    private static WarehouseLink warehouse(Map<String, String> settings) {
        String host = settings.getOrDefault("REPORTING_DB_HOST", "");
        String user = settings.getOrDefault("REPORTING_DB_USER", "");
        if (host.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("REPORTING_DB_HOST and REPORTING_DB_USER are not set: set them and"
                    + " REPORTING_DB_PASSWORD as for ./rca etl, or give --lake-only to hand nothing over");
        }
        return new WarehouseLink(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                host.contains(":") ? "[" + host + "]" : host,
                                settings.getOrDefault("REPORTING_DB_PORT", "5432"),
                                settings.getOrDefault("REPORTING_DB_NAME", "rca")),
                settings.getOrDefault("REPORTING_DB_SCHEMA", "rpt"),
                user,
                settings.getOrDefault("REPORTING_DB_PASSWORD", ""));
    }

    private static Reading.Keeping keeping(Map<String, String> settings, boolean isKnownKept) {
        String word = settings.getOrDefault("LOG_MIN_SEVERITY", "DEBUG");
        Severity from = Severity.of(word)
                .filter(severity -> severity.compareTo(Severity.WARN) <= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "LOG_MIN_SEVERITY is \"%s\"; it must be DEBUG, INFO or WARN".formatted(word)));
        String percent = settings.getOrDefault("LOG_SAMPLE_PCT", "100");
        if (!percent.matches("\\d{1,2}|100")) {
            throw new IllegalArgumentException(
                    "LOG_SAMPLE_PCT is \"%s\"; it must be a whole number from 0 to 100".formatted(percent));
        }
        return new Reading.Keeping(from.name(), Integer.parseInt(percent), isKnownKept);
    }

    private static List<String> rules(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
            scenariorca.logs.Redactor.standard(false).with(lines);
            return List.copyOf(lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "LOG_REDACTION_RULES, %s, cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }
}
