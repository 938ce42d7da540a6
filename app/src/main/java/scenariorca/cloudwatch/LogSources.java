package scenariorca.cloudwatch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Settings;

/**
 * Chooses where log events come from, by command line and settings. What needs the AWS SDK is in {@link AwsSources}, so that
 * it is loaded by those who use it only.
 */
public final class LogSources {
    /** Names the log groups, with commas between, each with {@code =environment} if need be. */
    public static final String GROUPS = "CLOUDWATCH_LOG_GROUPS";

    private LogSources() {}

    /**
     * The source, opened; empty when no log group and no folder is named anywhere. Close it when done.
     *
     * @throws scenariorca.platform.RcaException CONFIGURATION when a setting is wrong or a folder is not there
     */
    public static Optional<OpenLogSource> from(Settings settings, LogOptions options) {
        List<WatchedGroup> groups = groups(settings, options);
        if (options.mockFolder() != null) {
            return Optional.of(inFolder(options.mockFolder(), options, named(options.groups(), options)));
        }
        if (options.backfill() != null) {
            return Optional.of(
                    S3Address.isOne(options.backfill())
                            ? AwsSources.inBucket(settings, S3Address.parse(options.backfill()), options, groups)
                            : inFolder(Path.of(options.backfill()), options, groups));
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(AwsSources.inCloudWatch(settings, groups, options.containing()));
    }

    /** The log groups to read, by the command line, else by the settings. */
    static List<WatchedGroup> groups(Settings settings, LogOptions options) {
        if (!options.groups().isEmpty()) {
            return named(options.groups(), options);
        }
        var names = new ArrayList<>(Arrays.asList(settings.text(GROUPS, "").split(",")));
        names.replaceAll(String::strip);
        names.removeIf(String::isEmpty);
        return named(names, options);
    }

    /** The groups named, or without any, those that the files hold. */
    static List<WatchedGroup> found(FileLogSource source, LogOptions options, List<WatchedGroup> groups) {
        return groups.isEmpty() ? named(source.groups(), options) : groups;
    }

    /** The group of what names none: the first that is asked for, so that nothing is left out; null when none is. */
    static @Nullable String ownGroup(List<WatchedGroup> groups) {
        return groups.isEmpty() ? null : groups.getFirst().name();
    }

    private static OpenLogSource inFolder(Path folder, LogOptions options, List<WatchedGroup> groups) {
        var files = new FolderFiles(folder);
        files.check();
        FileLogSource source = FileLogSource.of(files, ownGroup(groups));
        return new OpenLogSource(source, found(source, options, groups), true, folder.toString(), () -> {});
    }

    private static List<WatchedGroup> named(List<String> names, LogOptions options) {
        var groups = new LinkedHashMap<String, WatchedGroup>();
        for (String name : names) {
            WatchedGroup group = WatchedGroup.parse(name, options.environment());
            groups.put(group.name(), group); // named twice, it is read once, and the last word on its environment holds
        }
        return List.copyOf(groups.values());
    }
}
