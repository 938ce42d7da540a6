package scenariorca.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration: environment variables, and under them the lines of {@code .env} in the working directory.
 * An empty value counts as missing. Every name is listed in {@code .env.example}.
 */
public final class Settings {
    private final Map<String, String> values;
    private final Path directory;

    private Settings(Map<String, String> values, Path directory) {
        var filled = new LinkedHashMap<>(values);
        filled.values().removeIf(String::isBlank);
        this.values = Map.copyOf(filled);
        this.directory = directory;
    }

    /** Reads {@code .env} in {@code directory}, if there, and puts {@code environment} above it. */
    public static Settings load(Path directory, Map<String, String> environment) {
        var values = new LinkedHashMap<String, String>();
        Path file = directory.resolve(".env");
        if (Files.exists(file)) {
            values.putAll(parse(file));
        }
        values.putAll(environment);
        return new Settings(values, directory);
    }

    /** Settings of exactly these values. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values, Path.of("").toAbsolutePath());
    }

    /** These settings with {@code name} set to {@code value}. */
    public Settings with(String name, String value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Settings(copy, directory);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** @throws RcaException CONFIGURATION when the value is no whole number from {@code min} to {@code max} */
    public int number(String name, int otherwise, int min, int max) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below with the range, as a number out of it is
        }
        throw new RcaException(
                ErrorCode.CONFIGURATION,
                "%s is \"%s\"; it must be a whole number from %d to %d".formatted(name, value, min, max));
    }

    /** Where the product keeps what it must remember: {@code RCA_HOME}, by default {@code .rca} in the working directory. */
    public Path home() {
        return directory.resolve(text("RCA_HOME", ".rca")).toAbsolutePath().normalize();
    }

    /** The file that {@code name} names, or {@code otherwise}, in the working directory. */
    public Path file(String name, String otherwise) {
        return directory.resolve(text(name, otherwise)).toAbsolutePath().normalize();
    }

    private static Map<String, String> parse(Path file) {
        var values = new LinkedHashMap<String, String>();
        int number = 0;
        for (String raw : lines(file)) {
            number++;
            String line = raw.strip();
            if (line.startsWith("export ")) {
                line = line.substring("export ".length()).strip();
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "%s line %d is no NAME=value; correct it or start it with #".formatted(file, number));
            }
            values.put(
                    line.substring(0, equals).strip(),
                    unquote(line.substring(equals + 1).strip()));
        }
        return values;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.CONFIGURATION, "%s cannot be read as UTF-8 text".formatted(file), e);
        }
    }

    private static String unquote(String value) {
        if (value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"))) {
            char quote = value.charAt(0);
            int end = value.indexOf(quote, 1);
            if (end > 0) {
                return value.substring(1, end);
            }
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
