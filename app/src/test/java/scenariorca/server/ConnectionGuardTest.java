package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

/** Requests that are never there as a whole, and connections that take everybody's place. */
final class ConnectionGuardTest {
    private static final String HALF = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n";

    private final AtomicLong nanos = new AtomicLong();

    private ConnectionGuard guard(int mostFromOne, String... proxies) {
        return new ConnectionGuard(mostFromOne, Set.of(proxies), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_head_must_be_there_in_time_however_regularly_a_line_comes() {
        ConnectionGuard guard = guard(0);
        guard.opened("one");
        for (int line = 0; line < 5; line++) {
            assertThat(guard.isOverdue("one")).isFalse();
            pass(Duration.ofSeconds(3));
            guard.received("one");
        }
        pass(Duration.ofMillis(1));
        assertThat(guard.isOverdue("one")).isTrue();
    }

    @Test
    void a_body_must_be_there_in_time_and_an_answer_may_take_longer() {
        ConnectionGuard guard = guard(0);
        guard.received("post");
        guard.headRead("post", true);
        guard.received("get");
        guard.headRead("get", false);
        pass(ConnectionGuard.WHOLE.plusMillis(1));
        assertThat(guard.isOverdue("post")).isTrue();
        assertThat(guard.isOverdue("get")).isFalse();
    }

    @Test
    void a_connection_may_wait_for_its_next_request_which_has_its_own_time() {
        ConnectionGuard guard = guard(0);
        guard.received("one");
        guard.headRead("one", false);
        guard.answered("one");
        pass(Duration.ofSeconds(55));
        assertThat(guard.isOverdue("one")).isFalse();
        guard.received("one");
        pass(ConnectionGuard.HEAD);
        assertThat(guard.isOverdue("one")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(guard.isOverdue("one")).isTrue();
        guard.keepOnly(Set.of());
        assertThat(guard.isOverdue("one")).isFalse();
    }

    @Test
    void an_address_and_an_ipv6_network_have_their_share_and_a_trusted_proxy_has_all() throws IOException {
        InetAddress one = InetAddress.getByName("192.0.2.1");
        InetAddress other = InetAddress.getByName("192.0.2.2");
        List<InetAddress> open = Collections.nCopies(3, one);
        assertThat(guard(3).admits(one, open)).isFalse();
        assertThat(guard(4).admits(one, open)).isTrue();
        assertThat(guard(3).admits(other, open)).isTrue();
        assertThat(guard(3, "192.0.2.1").admits(one, open)).isTrue();
        assertThat(guard(0).admits(one, open)).isTrue();
        List<InetAddress> network =
                List.of(InetAddress.getByName("2001:db8::1"), InetAddress.getByName("2001:db8::ffff:2"));
        assertThat(guard(2).admits(InetAddress.getByName("2001:db8::3"), network))
                .isFalse();
        assertThat(guard(2).admits(InetAddress.getByName("2001:db8:0:1::3"), network))
                .isTrue();
    }

    @Test
    void connections_past_the_share_are_closed_and_a_place_that_becomes_free_is_given_again() throws Exception {
        try (TestServer server = TestServer.with(
                ReportDatabase.filled("crowded"),
                ServerSettings.of(Settings.of(Map.of("API_PORT", "0", "API_CONNECTIONS_PER_ADDRESS", "8"))))) {
            var sockets = new ArrayList<Socket>();
            for (int count = 0; count < 30; count++) {
                sockets.add(half(server));
            }
            sockets.getLast().setSoTimeout(5_000);
            assertThat(isClosed(sockets.getLast())).isTrue();
            for (Socket socket : sockets) {
                socket.close();
            }
            scenariorca.Until.isTrue("a place is free", Duration.ofSeconds(10), () -> answers(server));
        }
    }

    @Test
    @Tag("system")
    void half_sent_requests_are_ended_while_a_good_client_is_answered() throws Exception {
        try (TestServer server = TestServer.start("half_sent", null)) {
            var sockets = new ArrayList<Socket>();
            for (int count = 0; count < 100; count++) {
                sockets.add(half(server));
            }
            long start = System.nanoTime();
            long end = start + ConnectionGuard.HEAD.plusSeconds(15).toNanos();
            var left = new ArrayList<>(sockets);
            while (!left.isEmpty()) {
                assertThat(System.nanoTime())
                        .as("%d are still there", left.size())
                        .isLessThan(end);
                assertThat(answers(server)).isTrue();
                left.removeIf(ConnectionGuardTest::isEndedAfterALine);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(10));
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket half(TestServer server) throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        try {
            socket.getOutputStream().write(HALF.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // closed already
        }
        return socket;
    }

    /** Sends one more line. */
    private static boolean isEndedAfterALine(Socket socket) {
        try {
            socket.setSoTimeout(20);
            socket.getOutputStream().write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return true;
        }
        return isClosed(socket);
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean answers(TestServer server) {
        try {
            return server.get("/health/live").statusCode() == 200;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }
}
