package scenariorca.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text names a file or folder of data: a path, or a quoted name with an ending, that is none of a program's own. */
final class DataPath {
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/:.])(?:[A-Za-z]:\\\\{1,2}|\\\\\\\\|/|(?:s3a?|gs|abfss?|wasbs?|hdfs|s?ftp|dbfs|file):/{1,3})"
                    + "[\\w.=-]+(?:[\\\\/]{1,2}[\\w.=-]+)*");
    private static final Pattern QUOTED = Pattern.compile(
            "['\"`\u2018\u201c\u00ab]([\\w./\\\\=-]*\\w\\.(?=\\w*[A-Za-z])\\w{2,8})['\"`\u2019\u201d\u00bb]");
    private static final Pattern ENDING = Pattern.compile("\\.(\\w{1,8})$");

    /** A longer text is looked at from its start. */
    private static final int MAX_LENGTH = 2_000;

    private DataPath() {}

    static boolean isIn(String text) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        return isIn(PATH.matcher(cut), 0) || isIn(QUOTED.matcher(cut), 1);
    }

    /** A bare path without an ending may as well lead to a key of a document. */
    private static boolean isIn(Matcher matcher, int group) {
        while (matcher.find()) {
            String path = matcher.group(group);
            Matcher ending = ENDING.matcher(path);
            boolean isOfData = ending.find()
                    ? !WordList.standard().in(ending.group(1)).containsKey(WordKind.SOURCE)
                    : !path.startsWith("/");
            if (isOfData) {
                return true;
            }
        }
        return false;
    }
}
