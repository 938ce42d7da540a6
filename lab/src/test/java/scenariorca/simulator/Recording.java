package scenariorca.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.PlatformLog;
import scenariorca.simulator.output.RowSink;
import scenariorca.simulator.output.Table;
import scenariorca.simulator.output.TruthFile;

/** A simulation kept in memory: digests of its tables and files, and the text of its logs and truths. */
final class Recording {
    static final Instant END = Instant.parse("2026-11-20T15:00:00Z");

    private final Map<String, String> digests = new TreeMap<>();
    private final Map<Table, List<String>> rows = new EnumMap<>(Table.class);
    private final List<String> truths;
    private final Map<PlatformLog, List<String>> logs = new EnumMap<>(PlatformLog.class);

    private Recording(Path directory, SimulationRequest request) {
        var tables = new EnumMap<Table, MessageDigest>(Table.class);
        RowSink sink = (table, row) -> {
            tables.computeIfAbsent(table, key -> sha()).update(row);
            rows.computeIfAbsent(table, key -> new java.util.ArrayList<>())
                    .add(
                            table == Table.FC_SCENARIO_NODE_CALC
                                    ? ""
                                    : new String(row, StandardCharsets.UTF_8).stripTrailing());
        };
        Path truthFile = directory.resolve("truth.jsonl");
        try (var logBook = new LogBook(directory);
                var truth = new TruthFile(truthFile)) {
            Simulation.course(request, new Journal(sink, request.end()), logBook, truth)
                    .fill();
        }
        tables.forEach(
                (table, digest) -> digests.put(table.sqlName(), HexFormat.of().formatHex(digest.digest())));
        for (PlatformLog group : PlatformLog.values()) {
            logs.put(group, lines(directory.resolve(group.fileName())));
            digests.put(group.fileName(), sha(directory.resolve(group.fileName())));
        }
        truths = lines(truthFile);
        digests.put("truth", sha(truthFile));
    }

    static Recording of(Path directory, Profile profile, long seed, double scale) {
        return new Recording(directory, new SimulationRequest(profile, seed, scale, END));
    }

    /** One digest per table and file. */
    Map<String, String> digests() {
        return digests;
    }

    List<String> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    List<String> truths() {
        return truths;
    }

    List<String> log(PlatformLog group) {
        return logs.getOrDefault(group, List.of());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha(Path file) {
        try {
            return HexFormat.of().formatHex(sha().digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
