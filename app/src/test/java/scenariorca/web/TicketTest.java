package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.server.ServerSettings;
import scenariorca.server.TestServer;

/** The ticket as a file, for whoever is not on this server. */
final class TicketTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");

    @TempDir
    private Path home;

    @Test
    void its_links_lead_to_the_public_address_where_there_is_one() {
        List<String> links = links(Map.of("API_PUBLIC_URL", "https://rca.example.com/"));

        assertThat(links)
                .hasSize(3)
                .allMatch(link -> link.matches("https://rca\\.example\\.com/(run|scenario|compare)/[0-9a-f.-]+"));
    }

    @Test
    void its_links_begin_at_the_server_where_nobody_has_said_how_browsers_find_it() {
        assertThat(links(Map.of())).hasSize(3).allMatch(link -> link.matches("/(run|scenario|compare)/[0-9a-f.-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rca.example.com", "ftp://rca.example.com", "https://", "https://rca example.com"})
    void an_address_that_no_browser_would_find_is_refused(String address) {
        assertThatThrownBy(() -> settings(Map.of("API_PUBLIC_URL", address)))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("API_PUBLIC_URL is \"" + address + "\"; it must be the address browsers use");
    }

    private List<String> links(Map<String, String> more) {
        try (TestServer server = TestServer.with(ReportDatabase.filled("ticket"), settings(more))) {
            String ticket = server.get("/run/4e000000-0000-4000-8000-000000000003/ticket.md")
                    .body();
            return LINK.matcher(ticket).results().map(found -> found.group(1)).toList();
        }
    }

    private ServerSettings settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("API_PORT", "0");
        values.put("RCA_HOME", home.toString());
        return ServerSettings.of(Settings.of(values));
    }
}
