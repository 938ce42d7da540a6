package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A standalone cluster on loopback: a master and workers of one core each, every one a process of its own. */
public final class SparkCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_NANOS = 100_000_000L;

    private final SparkInstallation spark;
    private final String address;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private SparkCluster(SparkInstallation spark, int port) {
        this.spark = spark;
        this.address = "spark://127.0.0.1:" + port;
        this.master = spark.start(
                "master",
                "256m",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        "0"),
                Map.of());
    }

    /** Starts one, and returns when its workers are known to the master. */
    public static SparkCluster start(SparkInstallation spark, int workers) {
        var cluster = new SparkCluster(spark, freePort());
        try {
            cluster.await("the master", () -> cluster.count("I have been elected leader") > 0);
            for (int number = 1; number <= workers; number++) {
                cluster.workers.add(cluster.worker(number));
            }
            cluster.await("the workers", () -> cluster.count("Registering worker") >= workers);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private Process worker(int number) {
        return spark.start(
                "worker" + number,
                "256m",
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        spark.home().resolve("work" + number).toString(),
                        address),
                Map.of("SPARK_WORKER_DIR", spark.home().resolve("work" + number).toString()));
    }

    /** Where to submit to. */
    public String address() {
        return address;
    }

    /** The executors that a worker has started; counted from 0. */
    public List<ProcessHandle> executors(int worker) {
        return workers.get(worker).descendants().toList();
    }

    /** Kills a worker and its executors as {@code kill -9} does. */
    public void kill(int worker) {
        List<ProcessHandle> executors = executors(worker);
        workers.get(worker).destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until something is the case. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "waited %s for %s; the logs are in %s".formatted(PATIENCE, what, spark.home()));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long count(String words) {
        Path log = spark.log("master");
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process worker : workers) {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
