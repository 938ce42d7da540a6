package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class UserNameTest {
    private static final long SEED = 13;
    /** What is looked for, as an expression. */
    private static final Pattern USER = Pattern.compile(
            "(?i)\\bu(?-i:ser)(?:[_ -]?(?:id|name))?[\"']?\\s{0,2}[=:]\\s{0,2}[\"']?([\\w.@+\\[\\]-]{1,100})");

    private static final String[] PARTS = {
        "user",
        "User",
        "superuser",
        "_user",
        "userid",
        "_id",
        "Id",
        " name",
        "-name",
        "userName",
        "=",
        ":",
        " ",
        "  ",
        "\"",
        "'",
        "jdoe",
        "j.doe@corp",
        "[email]",
        "x",
        ",",
        "\n",
        "7",
        "u",
        "ser",
        "\u0131"
    };

    @Test
    void finds_what_the_expression_finds() {
        var random = new Random(SEED);
        int found = 0;
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder();
            for (int part = random.nextInt(10); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            Matcher matcher = USER.matcher(text);
            String expected = matcher.find() ? matcher.group(1) : null;
            found += expected == null ? 0 : 1;
            assertThat(UserName.find(text.toString()))
                    .as("seed %d: <%s>", SEED, text)
                    .isEqualTo(expected);
        }
        assertThat(found).isGreaterThan(1_000);
    }
}
