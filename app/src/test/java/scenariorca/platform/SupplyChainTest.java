package scenariorca.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the program is made of, by the list that comes with it. */
final class SupplyChainTest {
    private static final int OLD_MONTHS = 6;

    private record Library(String name, String version) {}

    private record Advisory(String library, String mendedIn, String id) {
        boolean isAbout(Library other) {
            return library.equals(other.name()) && compare(other.version(), mendedIn) < 0;
        }
    }

    @Test
    void the_list_names_what_the_program_is_made_of_each_once() throws IOException {
        List<Library> libraries = libraries();
        var versions = new TreeMap<String, List<String>>();
        libraries.forEach(library ->
                versions.computeIfAbsent(library.name(), _ -> new ArrayList<>()).add(library.version()));

        assertThat(versions.keySet())
                .contains(
                        "org.postgresql:postgresql",
                        "software.amazon.awssdk:cloudwatchlogs",
                        "org.springframework.boot:spring-boot",
                        "org.flywaydb:flyway-core")
                .as("what only tests use is not in it")
                .noneMatch(name -> name.startsWith("org.junit") || name.startsWith("com.tngtech"));
        assertThat(versions.values()).allSatisfy(all -> assertThat(all).hasSize(1));
    }

    @Test
    void every_version_is_a_release_and_none_is_a_range() throws IOException {
        assertThat(libraries())
                .allSatisfy(library -> assertThat(library.version())
                        .as(library.name())
                        .matches("[0-9][0-9A-Za-z.+_-]*")
                        .doesNotContain("SNAPSHOT"));
        String pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<configuration>.*?</configuration>", "");
        assertThat(pom).doesNotContain("<version>LATEST", "<version>RELEASE").doesNotContainPattern("<version>[\\[(]");
    }

    @Test
    void no_library_is_of_a_version_with_a_known_hole() throws IOException {
        List<Library> libraries = libraries();
        for (Advisory advisory : advisories()) {
            assertThat(libraries.stream().filter(advisory::isAbout))
                    .as("%s: %s needs %s or later", advisory.id(), advisory.library(), advisory.mendedIn())
                    .isEmpty();
        }
    }

    /** An old list finds less, but a build must not begin to fail by the calendar: it is told. */
    @Test
    void the_list_of_advisories_says_of_when_it_is() throws IOException {
        YearMonth asOf = text("/advisories.tsv")
                .lines()
                .filter(line -> line.startsWith("# as of "))
                .map(line -> YearMonth.parse(line.substring("# as of ".length())))
                .findFirst()
                .orElseThrow();
        long months = asOf.until(YearMonth.now(ZoneOffset.UTC), ChronoUnit.MONTHS);

        assertThat(months).isNotNegative();
        if (months > OLD_MONTHS) {
            LoggerFactory.getLogger("advisories")
                    .warn("advisories.tsv is {} months old: add what was published since, then its month", months);
        }
    }

    @Test
    void an_old_version_would_be_found() throws IOException {
        assertThat(advisories()).hasSizeGreaterThan(10);
        Map<String, Boolean> expected =
                Map.of("42.7.1", true, "42.7.10", false, "42.6.99", true, "42.7.7", false, "43.0", false);
        expected.forEach((version, isHoled) -> assertThat(
                        new Advisory("a:b", "42.7.7", "x").isAbout(new Library("a:b", version)))
                .as(version)
                .isEqualTo(isHoled));
        assertThat(compare("2.0.0-M1", "2.0.0")).isNegative();
    }

    /** By numbers; of two with equal numbers one with a word behind, such as M1 or RC2, comes first. */
    private static int compare(String left, String right) {
        String[] a = left.split("[.+_-]");
        String[] b = right.split("[.+_-]");
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Integer.compare(number(a, i), number(b, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Words count less than nothing. */
    private static int number(String[] parts, int at) {
        if (at >= parts.length) {
            return 0;
        }
        return parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : -1;
    }

    private static List<Library> libraries() throws IOException {
        try (InputStream in = SupplyChainTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            // Maven leaves the plugin that writes the list out when it is told to stay offline (-o).
            assumeThat(in != null || System.getenv("CI") != null)
                    .as("a list, which only a build that may go online writes")
                    .isTrue();
            assertThat(in).as("the build writes the list").isNotNull();
            var libraries = new ArrayList<Library>();
            for (JsonNode component : Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get("components")) {
                libraries.add(new Library(
                        component.get("group").asString() + ":"
                                + component.get("name").asString(),
                        component.get("version").asString()));
            }
            return libraries;
        }
    }

    private static List<Advisory> advisories() throws IOException {
        return text("/advisories.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(parts -> new Advisory(parts[0], parts[1], parts[2]))
                .toList();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = SupplyChainTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
