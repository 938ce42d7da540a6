package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * A Spark of the jars that Maven has fetched, in a folder of its own: what {@code spark-submit} would find in SPARK_HOME.
 *
 * @param home holds jars/, and what the processes write
 * @param jobJars the job and what it needs besides Spark
 */
public record SparkInstallation(Path home, List<Path> jobJars) {
    private static final List<String> JVM = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC");

    public SparkInstallation {
        jobJars = List.copyOf(jobJars);
    }

    /**
     * Lays one out.
     *
     * @param sources the folder of this project, built
     * @param home an empty folder
     */
    public static SparkInstallation layOut(Path sources, Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (Path jar : classPath(sources.resolve("spark/cluster/target/cluster.classpath"))) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
        var job = new ArrayList<Path>();
        job.add(packed(sources.resolve("spark/target/classes"), home.resolve("rca-spark.jar")));
        int number = 0;
        for (Path entry : classPath(sources.resolve("spark/target/job.classpath"))) {
            job.add(Files.isDirectory(entry) ? packed(entry, home.resolve("job-" + number++ + ".jar")) : entry);
        }
        return new SparkInstallation(home, job);
    }

    private static List<Path> classPath(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "there is no %s: build the project first (mvn -Dquick -DskipTests package), Spark comes with it"
                            .formatted(file));
        }
        return Arrays.stream(Files.readString(file).strip().split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /**
     * Starts a program of Spark.
     *
     * @param name of its log, home/name.log
     */
    Process start(String name, String heap, List<String> words, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-Xmx" + heap, "-cp", home.resolve("jars") + "/*"));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.redirectOutput(log(name).toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_LOCAL_IP",
                        "127.0.0.1",
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String name) {
        return home.resolve(name + ".log");
    }

    /**
     * Submits the job.
     *
     * @param name of its log
     * @param master where it runs. Example: {@code local[2]}
     * @param settings the environment
     */
    public Process submit(String name, String master, List<String> arguments, Map<String, String> settings) {
        var words = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.executor.memory=700m",
                "--conf",
                "spark.sql.shuffle.partitions=8",
                "--conf",
                "spark.executor.extraJavaOptions=-XX:+UseSerialGC",
                "--conf",
                "spark.local.dir=" + home.resolve("scratch"),
                "--jars",
                String.join(",", jobJars.stream().skip(1).map(Path::toString).toList()),
                "--class",
                "scenariorca.spark.LogJob",
                jobJars.getFirst().toString()));
        words.addAll(arguments);
        return start(name, "900m", words, settings);
    }

    /** Removes it; the jars it refers to stay. */
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the job said, without what Spark says. */
    public String said(String name) {
        try (Stream<String> lines = Files.lines(log(name))) {
            return String.join(
                    "\n", lines.filter(line -> line.startsWith("rca-spark:")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
