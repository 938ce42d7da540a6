package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Requests as no browser sends them: answered in one word, and not worth a line in the log. */
final class OddRequestTest {
    private static final String END = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", TestServer.shared().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void odd_accept_headers_are_no_fault_of_the_server_and_fill_no_log() throws IOException {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        try {
            for (String accept : List.of(
                    "x",
                    "*/*;q=abc",
                    ";;;",
                    "text/",
                    "/",
                    "text/html;charset=",
                    "a/b,".repeat(300),
                    "*/*;q=-1",
                    "application/json;q=2",
                    "text/csv;=",
                    "\u00ff\u00fe",
                    "image/*",
                    "text/html, ;")) {
                for (String path :
                        List.of("/api/v1/rca/runs", "/overview", "/health/ready", "/openapi.json", "/nowhere")) {
                    assertThat(raw("GET " + path + " HTTP/1.1\r\nAccept: " + accept + "\r\n" + END))
                            .as("%s %s", path, accept)
                            .startsWith("HTTP/1.1 ")
                            .doesNotContain("HTTP/1.1 5");
                }
            }
        } finally {
            root.detachAppender(lines);
        }
        assertThat(lines.list.stream()
                        .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    @Test
    void methods_of_proxies_and_inventions_are_told_as_such() throws IOException {
        String connect = raw("CONNECT example.com:443 HTTP/1.1\r\n" + END);
        assertThat(connect).doesNotContain("its log says why", "server failed");
        assertThat(connect).matches("(?s)HTTP/1.1 (400|405|501) .*");
        assertThat(raw("BREW /overview HTTP/1.1\r\n" + END)).doesNotContain("its log says why");
        assertThat(raw("GET / HTTP/9.9\r\n" + END)).doesNotContain("its log says why");
    }

    @Test
    void a_whole_address_is_read_as_its_path_for_this_host_only() throws IOException {
        int port = TestServer.shared().port();
        assertThat(raw(
                        "GET http://127.0.0.1:%1$d/health/live HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\nConnection: close\r\n\r\n"
                                .formatted(port)))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET http://evil.example/api/v1/rca/runs HTTP/1.1\r\n" + END))
                .matches("(?s)HTTP/1.1 (400|403) .*")
                .doesNotContain("\"items\"");
        assertThat(
                        raw(
                                "GET http://evil.example/api/v1/rca/runs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void a_request_with_two_lengths_ends_its_connection() throws IOException {
        for (String lengths : List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Content-Length: +4\r\n")) {
            String answers = raw("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n" + lengths
                    + "\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertThat(answers).as(lengths).doesNotContain("\"live\"");
        }
    }
}
