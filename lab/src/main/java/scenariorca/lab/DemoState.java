package scenariorca.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.Profile;

/**
 * Which platform a finished demo has simulated and loaded; a demo that was interrupted leaves none and starts over.
 *
 * @param profile the simulation's profile. Example: standard
 * @param seed its seed
 * @param end the time of its last event
 */
record DemoState(String profile, long seed, Instant end) {
    private static final String FILE = "simulated.txt";

    static DemoState of(Profile profile, long seed, Instant end) {
        return new DemoState(profile.name().toLowerCase(Locale.ROOT), seed, end);
    }

    /** @param isToTheEnd whether it must end at the same time, too */
    boolean isSameAs(DemoState other, boolean isToTheEnd) {
        return profile.equals(other.profile) && seed == other.seed && (!isToTheEnd || end.equals(other.end));
    }

    /** Null when no demo has been finished in this directory. */
    static @Nullable DemoState read(Path directory) {
        try {
            String[] words = Files.readString(directory.resolve(FILE)).strip().split(" ", -1);
            return words.length == 3
                    ? new DemoState(words[0], Long.parseLong(words[1]), Instant.parse(words[2]))
                    : null;
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            return null; // none, or one nobody can read: the demo starts over
        }
    }

    void write(Path directory) {
        try {
            Files.writeString(directory.resolve(FILE), profile + " " + seed + " " + end + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
