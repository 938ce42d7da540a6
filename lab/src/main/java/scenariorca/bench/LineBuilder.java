package scenariorca.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** One line as its grammar makes it, and beside it the template it comes from. */
final class LineBuilder {
    private static final String WILDCARD = "<*>";
    private static final Pattern VALUE = Pattern.compile("(?<![\\w.,/#-])(?:true|false|null|\\d+)(?![\\w.,/-])");
    private static final Pattern GLUED = Pattern.compile("(?<![\\w/-])\\w*<\\*>(?:_<\\*>)*\\w*");

    private final LineValues values;
    private final Random random;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder template = new StringBuilder();

    LineBuilder(LineValues values, Random random) {
        this.values = values;
        this.random = random;
    }

    String content() {
        return content.toString();
    }

    /** As people label lines: values side by side are one, a value is a whole word, truth values and numbers are values. */
    String template() {
        String text = template.toString().replaceAll(" +", " ");
        text = VALUE.matcher(text).replaceAll(WILDCARD);
        text = GLUED.matcher(text).replaceAll(WILDCARD);
        return text.replaceAll("<\\*>(?:[./]?<\\*>)+", WILDCARD);
    }

    void add(List<LinePart> parts) {
        parts.forEach(this::add);
    }

    private void add(LinePart part) {
        switch (part) {
            case LinePart.Text(String text) -> add(text, text);
            case LinePart.Value(String kind) -> add(values.value(kind, random), WILDCARD);
            case LinePart.Choice(List<String> texts, boolean isMessage) -> {
                String text = texts.get(random.nextInt(texts.size()));
                add(text, isMessage ? text : WILDCARD);
            }
            case LinePart.Several(String kind, int least, int most) -> {
                var list = new ArrayList<String>();
                for (int count = least + random.nextInt(most - least + 1); count > 0; count--) {
                    list.add(values.value(kind, random));
                }
                add(String.join(", ", list), WILDCARD);
            }
            case LinePart.Unordered(List<List<LinePart>> fields) -> addFields(fields);
            case LinePart.Optional(List<LinePart> parts, LinePart.Meaning meaning) -> addOptional(parts, meaning);
        }
    }

    private void addOptional(List<LinePart> parts, LinePart.Meaning meaning) {
        int contentEnd = content.length();
        int templateEnd = template.length();
        boolean isThere = random.nextBoolean();
        add(parts);
        if (!isThere) {
            content.setLength(contentEnd);
        }
        if (meaning == LinePart.Meaning.NOTHING || !isThere && meaning == LinePart.Meaning.ANOTHER_MESSAGE) {
            template.setLength(templateEnd);
        }
    }

    /** The template has the fields by name. */
    private void addFields(List<List<LinePart>> fields) {
        List<LineBuilder> made = new ArrayList<>();
        for (List<LinePart> field : fields) {
            var one = new LineBuilder(values, random);
            one.add(field);
            made.add(one);
        }
        Collections.shuffle(made, random);
        content.append(String.join(" ", made.stream().map(LineBuilder::content).toList()));
        made.sort(Comparator.comparing(LineBuilder::template));
        template.append(
                String.join(" ", made.stream().map(LineBuilder::template).toList()));
    }

    private void add(String text, String shown) {
        content.append(text);
        template.append(shown);
    }
}
