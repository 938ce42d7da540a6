package scenariorca.cloudwatch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Settings;

/** Chooses where log events come from, by command line and settings. */
public final class LogSources {
    /** Names the log groups, with commas between, each with {@code =environment} if need be. */
    public static final String GROUPS = "CLOUDWATCH_LOG_GROUPS";

    private LogSources() {}

    /** The source; empty when no log group and no folder is named anywhere. */
    public static Optional<WatchedLogs> from(Settings settings, LogOptions options) {
        List<String> groups = groups(settings, options);
        if (options.mockFolder() != null) {
            return Optional.of(files(options.mockFolder(), options.groups(), options.environment()));
        }
        if (options.backfill() != null) {
            return Optional.of(files(Path.of(options.backfill()), groups, options.environment()));
        }
        return Optional.empty();
    }

    private static WatchedLogs files(Path folder, List<String> names, @Nullable String environment) {
        List<WatchedGroup> named = watched(names, environment);
        var source =
                new FolderLogSource(folder, named.size() == 1 ? named.getFirst().name() : null);
        List<WatchedGroup> groups = named.isEmpty() ? watched(source.groups(), environment) : named;
        return new WatchedLogs(source, groups, true, folder.toString(), () -> {});
    }

    private static List<String> groups(Settings settings, LogOptions options) {
        if (!options.groups().isEmpty()) {
            return options.groups();
        }
        var names = new ArrayList<>(Arrays.asList(settings.text(GROUPS, "").split(",")));
        names.replaceAll(String::strip);
        names.removeIf(String::isEmpty);
        return List.copyOf(names);
    }

    private static List<WatchedGroup> watched(List<String> names, @Nullable String environment) {
        return names.stream().map(name -> WatchedGroup.parse(name, environment)).toList();
    }
}
