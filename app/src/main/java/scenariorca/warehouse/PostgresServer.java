package scenariorca.warehouse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** One data directory and the server process on it. Callers make sure that only one of them starts or stops it. */
final class PostgresServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int START_ATTEMPTS = 5;
    private static final int PASSWORD_BYTES = 24;

    /** Durable, on loopback only, sized for one machine that also runs the program. */
    private static final String CONFIGURATION = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = '256MB'
            work_mem = '32MB'
            maintenance_work_mem = '128MB'
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = '4GB'
            checkpoint_timeout = '15min'
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %a '
            """;

    private final Path programs;
    private final Path data;
    private final ServerAccount account;

    PostgresServer(Path programs, Path data) {
        this.programs = programs;
        this.data = data;
        this.account = ServerAccount.forThisProcess();
    }

    /** Creates the data directory with a random password, unless it is there. A half-made one is made again. */
    void initialise(String user, Path passwordFile) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(data.resolve("rca.conf"))) {
            return;
        }
        DirectoryTree.delete(data);
        Files.deleteIfExists(passwordFile);
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        PrivateFiles.write(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        PrivateFiles.createDirectory(data);
        account.own(data);
        account.lend(passwordFile);
        run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                user,
                "--pwfile",
                passwordFile.toString(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        account.takeBack(passwordFile);
        Files.writeString(data.resolve("rca.conf"), CONFIGURATION);
        Files.writeString(
                data.resolve("postgresql.conf"),
                Files.readString(data.resolve("postgresql.conf")) + "\ninclude 'rca.conf'\n");
        account.own(data);
    }

    /** Starts the server, or finds it running, and returns its port. */
    int start() throws IOException {
        OptionalInt running = runningPort();
        if (running.isPresent()) {
            return running.getAsInt();
        }
        removeStalePid();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            String options = "-p " + port;
            try {
                run(
                        "pg_ctl",
                        "start",
                        "-w",
                        "-t",
                        String.valueOf(PATIENCE.toSeconds()),
                        "-D",
                        data.toString(),
                        "-l",
                        data.resolve("server.log").toString(),
                        "-o",
                        options);
                Files.writeString(data.resolve("port"), String.valueOf(port));
                return port;
            } catch (RcaException e) {
                if (attempt == START_ATTEMPTS) {
                    throw new RcaException(
                            ErrorCode.PROBLEM,
                            "the embedded PostgreSQL does not start: %s; its log is %s"
                                    .formatted(lastLogLine(), data.resolve("server.log")),
                            e);
                }
            }
        }
    }

    void stop() throws IOException {
        if (runningPort().isPresent()) {
            run(
                    "pg_ctl",
                    "stop",
                    "-w",
                    "-m",
                    "fast",
                    "-t",
                    String.valueOf(PATIENCE.toSeconds()),
                    "-D",
                    data.toString());
        }
    }

    /**
     * Whether the process is gone; false as well while it starts and stops.
     *
     * @throws IOException when that cannot be found out, as by a program that has run out of file descriptors
     */
    boolean isDead() throws IOException {
        try {
            return !isPostgres(firstLine(data.resolve("postmaster.pid")));
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).stream().findFirst().orElse("").strip();
    }

    /** The port of the server on this data directory, when there is one and it answers. */
    private OptionalInt runningPort() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return OptionalInt.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4 || !isPostgres(lines.getFirst().strip())) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && isPostgres(lines.getFirst().strip())) {
            if (accepts(port)) {
                return OptionalInt.of(port);
            }
            pause();
        }
        return OptionalInt.empty();
    }

    /** A pid file left by a machine that crashed names a process that is gone, or by now somebody else. */
    private void removeStalePid() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile) && !isPostgres(firstLine(pidFile))) {
            Files.delete(pidFile);
        }
    }

    private static boolean isPostgres(String pid) {
        if (!pid.matches("\\d{1,9}")) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        // Where the system does not tell the command of another user's process, a living process must be believed.
        return process.isPresent()
                && process.get()
                        .info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(true);
    }

    private static boolean accepts(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port of last time when it is free, so that tools keep working over a restart; else any free one. */
    private int freePort() throws IOException {
        Path file = data.resolve("port");
        if (Files.exists(file)) {
            try (var socket = new ServerSocket(
                    Integer.parseInt(Files.readString(file).strip()), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException | NumberFormatException e) {
                Files.delete(file); // taken by another program, or not a port: choose anew
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String lastLogLine() throws IOException {
        Path log = data.resolve("server.log");
        if (!Files.exists(log)) {
            return "no log";
        }
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                .reduce((first, second) -> second)
                .orElse("no error in its log");
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(account.prefix());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("rca-" + program, ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(programs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            Process process = builder.start();
            if (!process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.isAlive() || process.exitValue() != 0) {
                throw new RcaException(
                        ErrorCode.PROBLEM,
                        program + " failed: " + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, program + " was interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
