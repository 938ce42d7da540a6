package scenariorca.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class DatabaseFailureTest {
    private static final String REFUSAL = "SFATAL\0C08P01\0Munsupported startup parameter: search_path\0\0";

    @Test
    void a_pooler_that_refuses_settings_is_told_from_a_server_that_is_away() throws IOException {
        try (var pooler = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(pooler));
            var address = new DatabaseAddress("127.0.0.1", pooler.getLocalPort(), "rep", "rpt", "me", "secret");
            Executable connect =
                    () -> address.connect(address.properties("test")).close();
            SQLException failure = Assertions.assertThrows(SQLException.class, connect);
            RcaException explained = DatabaseFailure.explain("the warehouse", address, failure);
            assertThat(explained.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(explained)
                    .hasMessageContaining("behind a connection pooler: FATAL: unsupported startup parameter")
                    .hasMessageContaining("name the server itself")
                    .hasMessageNotContaining("secret");
        }
    }

    /** Answers every greeting as PgBouncer does one whose settings it does not know. */
    private static void refuse(ServerSocket pooler) {
        while (!pooler.isClosed()) {
            try (Socket socket = pooler.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                var out = new DataOutputStream(socket.getOutputStream());
                if (in.readInt() == 8 && in.readInt() == 80877103) { // may it be TLS?
                    out.writeByte('N');
                    in.readFully(new byte[in.readInt() - Integer.BYTES]);
                }
                byte[] refusal = REFUSAL.getBytes(StandardCharsets.UTF_8);
                out.writeByte('E');
                out.writeInt(Integer.BYTES + refusal.length);
                out.write(refusal);
                socket.shutdownOutput();
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                if (!pooler.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
