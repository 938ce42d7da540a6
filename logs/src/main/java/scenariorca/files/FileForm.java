package scenariorca.files;

import java.util.List;

/** How the events of a file are written, as its beginning tells. */
enum FileForm {
    /** JSON objects, one behind the other. */
    JSON,
    /** A JSON array of objects, as the console of Logs Insights exports. */
    ARRAY,
    /** Lines that begin with a time, as an export to S3 and {@code aws logs tail} write. */
    LINES,
    /** CSV with a header of fields, as the console of Logs Insights exports. */
    CSV,
    /** None of these. */
    UNKNOWN;

    static FileForm of(String head) {
        List<String> lines =
                head.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return JSON;
        }
        String first = lines.get(0);
        if (first.startsWith("[") && head.strip().substring(1).strip().startsWith("{")) {
            return ARRAY;
        }
        if (!first.startsWith("{") && first.contains("@message") && (first.contains(",") || first.length() < 12)) {
            return CSV;
        }
        for (String line : lines) {
            if (line.startsWith("{")) {
                return JSON;
            }
            if (ExportLines.isBegin(line)) {
                return LINES;
            }
        }
        return UNKNOWN;
    }
}
