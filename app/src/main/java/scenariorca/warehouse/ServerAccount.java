package scenariorca.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Who runs the server. PostgreSQL refuses to run as root; root therefore starts it in a user namespace, where it is
 * nobody in particular, or, where the system forbids that, as another user.
 *
 * @param prefix words put before a server program's command line
 * @param owner who must own the data directory; null when that is us
 */
record ServerAccount(List<String> prefix, @Nullable String owner) {
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static ServerAccount forThisProcess() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(List.of(), null);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new ServerAccount(List.of("unshare", "-U"), null);
        }
        for (String user : CANDIDATES) {
            if (succeeds("setpriv", "--reuid=" + user, "--clear-groups", "true")) {
                return new ServerAccount(List.of("setpriv", "--reuid=" + user, "--clear-groups"), user);
            }
        }
        throw new RcaException(
                ErrorCode.CONFIGURATION,
                "PostgreSQL does not run as root, and here root may neither make a user namespace (unshare) nor"
                        + " change to another user (setpriv); run rca as an ordinary user, or set REPORTING_DB_HOST");
    }

    /** Hands a directory and all in it to the server's user, and opens the way to it. */
    void own(Path directory) throws IOException {
        if (owner == null) {
            return;
        }
        UserPrincipal user = principal(directory, owner);
        for (Path path : DirectoryTree.paths(directory).toList()) {
            Files.setOwner(path, user);
        }
        // The server's user must pass our private directories on the way to its own; it still cannot list them.
        for (Path parent = directory.getParent(); parent != null; parent = parent.getParent()) {
            if (succeeds("setpriv", "--reuid=" + owner, "--clear-groups", "test", "-x", parent.toString())) {
                continue;
            }
            if (!parent.startsWith(home(directory))) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "the embedded PostgreSQL must run as %s, who may not enter %s; set RCA_HOME to a directory"
                                        .formatted(owner, parent)
                                + " others may enter, such as /var/lib/rca");
            }
            run("chmod", "o+x", parent.toString());
        }
    }

    /** Lets the server's user read a file of ours for a while. */
    void lend(Path file) throws IOException {
        if (owner != null) {
            Files.setOwner(file, principal(file, owner));
        }
    }

    void takeBack(Path file) throws IOException {
        if (owner != null) {
            Files.setOwner(file, principal(file, "root"));
        }
    }

    /** RCA_HOME, as the data directory is RCA_HOME/postgres/data-N. */
    private static Path home(Path data) {
        return data.resolve("../..").normalize();
    }

    private static UserPrincipal principal(Path path, String name) throws IOException {
        return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    private static boolean succeeds(String... command) {
        try {
            return run(command) == 0;
        } catch (IOException e) {
            return false; // no such program here
        }
    }

    private static int run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
