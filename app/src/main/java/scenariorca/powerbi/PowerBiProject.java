package scenariorca.powerbi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** The Power BI project of an installation: every file, and writing them. The same installation gives the same bytes. */
public final class PowerBiProject {
    static final String NAME = "ScenarioRca";
    static final String MODEL = NAME + ".SemanticModel";
    static final String REPORT = NAME + ".Report";

    private final Map<String, String> files;

    private PowerBiProject(Map<String, String> files) {
        this.files = files;
    }

    /** @param expected what the measures must say there, for the check in Power BI itself */
    public static PowerBiProject of(Installation installation, ExpectedValues expected) {
        Star star = Star.describe();
        var files = new LinkedHashMap<String, String>();
        files.put(NAME + ".pbip", shortcut());
        files.put(".gitattributes", "*.tmdl text eol=lf\n*.json text eol=lf\n*.dax text eol=lf\n*.pq text eol=lf\n");
        files.put(".gitignore", "**/.pbi/localSettings.json\n**/.pbi/cache.abf\n");
        files.putAll(new ModelFiles(star, Comments.bundled(), installation).write());
        files.put(MODEL + "/DAXQueries/self-check.dax", new SelfCheck(star).write(expected));
        files.putAll(new ReportFiles(star, Pages.all()).write());
        files.putAll(Connections.write(installation));
        return new PowerBiProject(files);
    }

    /** The text of every file, by its path below the project's directory. */
    public SequencedMap<String, String> files() {
        return new LinkedHashMap<>(files);
    }

    /**
     * Writes the files below a directory, which is made if need be; other files there stay as they are.
     *
     * @return how many files were written
     */
    public int writeTo(Path directory) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            try {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "%s cannot be written: %s; choose a directory you can write to".formatted(path, e.getMessage()),
                        e);
            }
        }
        return files.size();
    }

    private static String shortcut() {
        return JsonFile.write(JsonFile.object(
                "$schema",
                JsonFile.SCHEMAS + "pbip/pbipProperties/1.0.0/schema.json",
                "version",
                "1.0",
                "artifacts",
                java.util.List.of(JsonFile.object("report", JsonFile.object("path", REPORT))),
                "settings",
                JsonFile.object("enableAutoRecovery", true)));
    }
}
