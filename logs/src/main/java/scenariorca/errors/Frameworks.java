package scenariorca.errors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which frames are a language's or a library's code. Rows of {@code frameworks.tsv}. */
final class Frameworks {
    private static final Map<String, List<String[]>> ROWS = DataLines.read("/errors/frameworks.tsv", 3).stream()
            .collect(Collectors.groupingBy(row -> row[0], HashMap::new, Collectors.toList()));

    private Frameworks() {}

    /**
     * @param name qualified name of the function
     * @param file path of its file; empty when unknown
     */
    static boolean has(String language, String name, String file) {
        String path = file.replace('\\', '/');
        for (String[] row : ROWS.getOrDefault(language, List.of())) {
            boolean isIt = row[1].equals("file") ? path.contains(row[2]) : begins(name, row[2]);
            if (isIt) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name begins so; a word counts only whole. */
    private static boolean begins(String name, String start) {
        if (!name.startsWith(start)) {
            return false;
        }
        boolean isWord = Character.isLetterOrDigit(start.charAt(start.length() - 1));
        return !isWord
                || name.length() == start.length()
                || !Character.isLetterOrDigit(name.charAt(start.length())) && name.charAt(start.length()) != '_';
    }
}
