package scenariorca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;

/** What can be counted of how the house is built. */
final class HouseTest {
    private static final List<Path> MODULES =
            List.of(Path.of("logs"), Path.of("app"), Path.of("spark"), Path.of("lab"));
    private static final int MOST_LINES = 300;
    private static final int MOST_COMPONENTS = 9;

    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)(?:<[^(]*>)?\\(");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    /** Records of more components that are to be composed yet. */
    private static final Set<String> LONG_RECORDS =
            Set.of("DiagnosedRun", "InputVersion", "LoadSummary", "LogCounts", "LogPlan");

    @Test
    void no_class_has_the_name_of_another() {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : sources("java", MODULES)) {
            if (!file.endsWith("package-info.java")) {
                byName.computeIfAbsent(String.valueOf(file.getFileName()), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    @Test
    void no_file_of_java_is_longer_than_300_lines() {
        assertThat(sources("java", MODULES))
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(text(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void records_have_few_components_but_answers_and_rows_to_take_away() {
        Set<String> answers =
                new HashSet<>(Json.read(text(Path.of("app", "src", "main", "resources", "docs", "openapi.json")))
                        .at("/components/schemas")
                        .propertyNames());
        var tooLong = new ArrayList<String>();
        for (Path file : sources("java", MODULES.subList(0, 3))) {
            String outer = String.valueOf(file.getFileName()).replace(".java", "");
            String code = COMMENT.matcher(text(file)).replaceAll("");
            Matcher record = RECORD.matcher(code);
            while (record.find()) {
                String name = record.group(1);
                boolean isAnswer = answers.contains(name) || answers.contains(outer + name);
                boolean isAtTheEdge = file.toString().contains("/scenariorca/web/")
                        || file.toString().contains("/scenariorca/report/");
                if (components(code, record.end()) > MOST_COMPONENTS && !isAnswer && !isAtTheEdge) {
                    tooLong.add(name);
                }
            }
        }
        assertThat(tooLong).containsExactlyInAnyOrderElementsOf(LONG_RECORDS);
    }

    private static int components(String code, int from) {
        int depth = 0;
        int commas = 0;
        int at = from;
        while (depth >= 0) {
            char sign = code.charAt(at++);
            depth += switch (sign) {
                case '(', '<' -> 1;
                case ')', '>' -> -1;
                default -> 0;
            };
            commas += sign == ',' && depth == 0 ? 1 : 0;
        }
        return code.substring(from, at - 1).isBlank() ? 0 : commas + 1;
    }

    private static List<Path> sources(String ending, List<Path> modules) {
        return modules.stream()
                .map(module -> module.resolve("src/main"))
                .flatMap(HouseTest::walk)
                .filter(file -> file.toString().endsWith("." + ending))
                .sorted()
                .collect(Collectors.toList());
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
