package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Asks a server over many connections at once, from one thread: it shares the machine with what it measures, so it does
 * next to nothing but write requests and count answers.
 */
final class LoadClient {
    private final InetSocketAddress server;
    private final int connections;

    LoadClient(int port, int connections) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.connections = connections;
    }

    /**
     * Sends the requests in turn, one at a time on each connection, until the time is over.
     *
     * @param status the status every answer must have
     */
    Measured run(List<byte[]> requests, int status, Duration duration) {
        var latencies = new Latencies();
        var start = Measured.Start.now();
        long deadline = start.nanos() + duration.toNanos();
        var open = new ArrayList<Talk>();
        try (Selector selector = Selector.open()) {
            for (int index = 0; index < connections; index++) {
                SelectionKey key = connect(selector);
                var talk = new Talk((SocketChannel) key.channel(), requests, index, status, latencies);
                key.attach(talk);
                open.add(talk);
            }
            for (Talk talk : open) {
                talk.ask();
            }
            while (System.nanoTime() < deadline) {
                selector.select(key -> ((Talk) key.attachment()).hear(), 1_000);
            }
            Measured measured = start.end(latencies);
            for (Talk talk : open) {
                talk.channel.close();
            }
            return measured;
        } catch (IOException | UncheckedIOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the server under measurement broke off: " + e.getMessage(), e);
        }
    }

    /** A request as it goes over the wire. */
    static byte[] request(String path, String... headers) {
        var text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private SelectionKey connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ);
    }

    /** One connection: a request under way, and its answer as far as it has come. */
    private static final class Talk {
        private static final int BUFFER_BYTES = 131_072;
        /** In lower case; the hyphen and the colon have the bit that makes letters so. */
        private static final byte[] NAME = "content-length:".getBytes(StandardCharsets.US_ASCII);

        private final SocketChannel channel;
        private final List<byte[]> requests;
        private final int status;
        private final Latencies latencies;
        private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
        private int next;
        private long askedAt;
        /** Bytes of the body still to come; -1 while the head is not complete. */
        private long missing = -1;

        Talk(SocketChannel channel, List<byte[]> requests, int first, int status, Latencies latencies) {
            this.channel = channel;
            this.requests = requests;
            this.next = first;
            this.status = status;
            this.latencies = latencies;
        }

        void ask() throws IOException {
            askedAt = System.nanoTime();
            var out = ByteBuffer.wrap(requests.get(next++ % requests.size()));
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void hear() {
            try {
                if (channel.read(in) < 0) {
                    throw new IOException("connection closed");
                }
                if (missing < 0) {
                    readHead();
                } else {
                    missing -= in.position();
                    in.clear();
                }
                if (missing == 0) {
                    latencies.add(System.nanoTime() - askedAt);
                    missing = -1;
                    in.clear();
                    ask();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void readHead() throws IOException {
            int end = endOfHead();
            if (end < 0) {
                return;
            }
            if (in.get(9) - '0' != status / 100 || in.get(11) - '0' != status % 10) {
                throw new IOException("an answer has another status than " + status);
            }
            missing = contentLength(end) - (in.position() - end);
            in.clear();
        }

        private int endOfHead() {
            for (int at = 3; at < in.position(); at++) {
                if (in.get(at) == '\n' && in.get(at - 1) == '\r' && in.get(at - 2) == '\n') {
                    return at + 1;
                }
            }
            return -1;
        }

        /** 0 when the head names none: then there is no body. */
        private long contentLength(int end) {
            for (int at = 0; at + NAME.length < end; at++) {
                int matched = 0;
                while (matched < NAME.length && (in.get(at + matched) | 0x20) == NAME[matched]) {
                    matched++;
                }
                if (matched == NAME.length) {
                    long length = 0;
                    for (int digit = at + NAME.length; in.get(digit) != '\r'; digit++) {
                        length = in.get(digit) == ' ' ? length : length * 10 + in.get(digit) - '0';
                    }
                    return length;
                }
            }
            return 0;
        }
    }
}
