package scenariorca.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's HTTP/1.1, whose connections a {@link ConnectionGuard} watches. Tomcat makes it by its name. */
public final class GuardedProtocol extends Http11NioProtocol {
    public GuardedProtocol() {
        super(new Endpoint());
    }

    /** To be called before it starts. */
    GuardedProtocol with(ConnectionGuard guard) {
        ((Endpoint) getEndpoint()).guard = guard;
        return this;
    }

    private static final class Endpoint extends NioEndpoint {
        private static final Duration LOOK = Duration.ofSeconds(1);

        private @Nullable ConnectionGuard guard;
        private @Nullable Thread watchman;

        @Override
        public void startInternal() throws Exception {
            super.startInternal();
            ConnectionGuard with = guard;
            if (with != null) {
                watchman = Thread.ofVirtual().name("rca-connections").start(() -> watch(with));
            }
        }

        @Override
        public void stopInternal() {
            if (watchman != null) {
                watchman.interrupt();
            }
            super.stopInternal();
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            ConnectionGuard with = guard;
            if (with == null) {
                return super.setSocketOptions(socket);
            }
            InetAddress address = address(socket);
            if (address == null || !with.admits(address, open())) {
                destroySocket(socket);
                return false;
            }
            boolean isOpened = super.setSocketOptions(socket);
            SocketWrapperBase<NioChannel> connection = connections.get(socket);
            if (connection != null) {
                with.opened(name(connection));
            }
            return isOpened;
        }

        private List<InetAddress> open() {
            var open = new ArrayList<InetAddress>();
            for (SocketChannel socket : connections.keySet()) {
                InetAddress address = address(socket);
                if (address != null) {
                    open.add(address);
                }
            }
            return open;
        }

        /** Null when the other side is gone already. */
        private static @Nullable InetAddress address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress known ? known.getAddress() : null;
            } catch (IOException e) {
                return null;
            }
        }

        private static String name(SocketWrapperBase<NioChannel> connection) {
            return connection.getServletConnection("http/1.1", "").getConnectionId();
        }

        @Override
        public boolean processSocket(
                SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean isDispatched) {
            if (guard != null && event == SocketEvent.OPEN_READ) {
                guard.received(name(connection));
            }
            return super.processSocket(connection, event, isDispatched);
        }

        private void watch(ConnectionGuard with) {
            try {
                while (true) {
                    TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                    look(with);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the server stops
            }
        }

        private void look(ConnectionGuard with) {
            Set<String> open = new HashSet<>();
            for (SocketWrapperBase<NioChannel> connection : getConnections()) {
                open.add(name(connection));
                if (with.isOverdue(name(connection))) {
                    end(connection);
                }
            }
            with.keepOnly(open);
        }

        /** As if the caller had stopped sending: whoever reads from it sees the end, and Tomcat closes it. */
        private static void end(SocketWrapperBase<NioChannel> connection) {
            try {
                connection.getSocket().getIOChannel().shutdownInput();
            } catch (IOException e) {
                connection.close(); // gone already
            }
        }
    }
}
