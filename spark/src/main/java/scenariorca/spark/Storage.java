package scenariorca.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import scenariorca.files.LogFile;

/** A folder or a bucket, whatever keeps it; may go to where the work is done. */
final class Storage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String root;
    private final byte[] configuration;

    private Storage(String root, byte[] configuration) {
        this.root = root;
        this.configuration = configuration;
    }

    static Storage at(String address, Configuration configuration) throws IOException {
        var bytes = new ByteArrayOutputStream();
        configuration.write(new DataOutputStream(bytes));
        return new Storage(
                new Path(address)
                        .getFileSystem(configuration)
                        .makeQualified(new Path(address))
                        .toString(),
                bytes.toByteArray());
    }

    Path path(String name) {
        return name.isEmpty() ? new Path(root) : new Path(root + "/" + name);
    }

    String address() {
        return root;
    }

    FileSystem system() throws IOException {
        var settings = new Configuration(false);
        settings.readFields(new DataInputStream(new ByteArrayInputStream(configuration)));
        return path("").getFileSystem(settings);
    }

    /** Every object that may hold events, by name. */
    List<LogObject> objects() throws IOException {
        FileSystem system = system();
        String prefix = path("").toUri().getPath();
        var found = new ArrayList<LogObject>();
        var files = system.listFiles(path(""), true);
        while (files.hasNext()) {
            var file = files.next();
            String full = file.getPath().toUri().getPath();
            String name = full.substring(
                    Math.min(full.length(), prefix.endsWith("/") ? prefix.length() : prefix.length() + 1));
            if (LogFile.mayHoldEvents(name)) {
                found.add(new LogObject(name, file.getLen(), file.getModificationTime()));
            }
        }
        found.sort(Comparator.comparing(LogObject::name));
        return found;
    }

    InputStream open(LogObject object) throws IOException {
        return system().open(path(object.name()));
    }

    /** The names in a folder, sorted; none when there is no such folder. */
    List<String> names(String folder) throws IOException {
        try {
            var names = new ArrayList<String>();
            for (var file : system().listStatus(path(folder))) {
                names.add(file.getPath().getName());
            }
            names.sort(Comparator.naturalOrder());
            return names;
        } catch (FileNotFoundException none) {
            return List.of();
        }
    }

    List<String> lines(String name) throws IOException {
        try (InputStream in = system().open(path(name))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    void write(String name, List<String> lines) throws IOException {
        try (var out = system().create(path(name), true)) {
            out.write((String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Moves a file; when that was begun before and is done already, nothing. */
    void move(String from, String to) {
        try {
            FileSystem system = system();
            if (!system.exists(path(from))) {
                return;
            }
            system.mkdirs(path(to).getParent());
            if (system.exists(path(to))) {
                system.delete(path(to), false);
            }
            if (!system.rename(path(from), path(to))) {
                throw new IOException("cannot move " + path(from) + " to " + path(to));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) throws IOException {
        system().delete(path(name), true);
    }
}
