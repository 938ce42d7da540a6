package scenariorca.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.App;
import scenariorca.pipeline.SourceCheck;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;

/** Looks at the source: whether it answers, whether it has and shows what a load needs, and that we can do no harm there. */
final class SourceExamination {
    private final Examination examination;

    SourceExamination(Examination examination) {
        this.examination = examination;
    }

    /** @param isMigrated whether the warehouse's tables can say what a load needs */
    void look(App app, boolean isMigrated) {
        if (examination.check("source", () -> answers(app.source())).isEmpty()) {
            return;
        }
        boolean isReadable = examination
                .check("source can be read", () -> readable(app.source()))
                .isPresent();
        if (isReadable && isMigrated) {
            examination.check("source tables", () -> tables(app));
        }
        examination.check("source is read only", () -> onlyRead(app));
    }

    static String answers(SourceSettings settings) {
        try (SourceDatabase source = SourceDatabase.open(settings)) {
            return settings.address() + " answers, its clock says " + source.snapshotAt();
        }
    }

    private static String readable(SourceSettings settings) throws SQLException {
        String schema = settings.address().schema();
        String user = settings.address().user();
        try (SourceDatabase source = SourceDatabase.open(settings)) {
            @Nullable String hidden = value(source, "source/unreadable.sql");
            Examination.require(
                    hidden == null,
                    "%1$s may not read %2$s; as their owner: grant select on all tables in schema %3$s to %1$s"
                            .formatted(user, hidden, schema));
            Examination.require(
                    source.tables().stream()
                            .anyMatch(table -> !source.columns(table).isEmpty()),
                    "there is no table of the platform, such as %s, in schema %s of %s that %s may see; check SOURCE_DB_NAME, SOURCE_DB_SCHEMA, and usage on the schema"
                            .formatted(
                                    source.tables().first(),
                                    schema,
                                    settings.address().database(),
                                    user));
            return "schema " + schema + ", by " + user;
        }
    }

    private static String tables(App app) {
        try (SourceDatabase source = SourceDatabase.open(app.source())) {
            List<String> notices = SourceCheck.look(app.warehouse(), source);
            return notices.isEmpty()
                    ? "all there"
                    : "all there that must be; what else it lacks stays empty (%d columns)".formatted(notices.size());
        }
    }

    private static String onlyRead(App app) throws SQLException {
        SourceSettings settings = app.source();
        if (SourceSettings.from(app.settings()).isEmpty()) {
            return "the simulated platform, which is ours";
        }
        String user = settings.address().user();
        try (SourceDatabase source = SourceDatabase.open(settings)) {
            @Nullable String writable = value(source, "source/writable.sql");
            Examination.require(
                    writable == null,
                    "%s may write %s; use a user with select only (every load is a read-only transaction all the same)"
                            .formatted(user, writable));
            return user + " can only read";
        }
    }

    private static @Nullable String value(SourceDatabase source, String file) throws SQLException {
        try (var statement = source.connection().prepareStatement(SqlFile.read(file))) {
            statement.setArray(
                    1, source.connection().createArrayOf("text", source.tables().toArray()));
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
