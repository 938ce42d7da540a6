package scenariorca.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** RepeatedNames that more than one thing of a list goes by: these need their ids beside them. */
record RepeatedNames(Set<String> repeated) {
    static final RepeatedNames NONE = new RepeatedNames(Set.of());

    RepeatedNames {
        repeated = Set.copyOf(repeated);
    }

    static <T> RepeatedNames of(List<T> rows, Function<T, UUID> id, Function<T, @Nullable String> name) {
        Set<UUID> seen = new HashSet<>();
        Set<String> once = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (T row : rows) {
            if (seen.add(id.apply(row)) && !once.add(word(name.apply(row)))) {
                repeated.add(word(name.apply(row)));
            }
        }
        return new RepeatedNames(repeated);
    }

    boolean isRepeated(@Nullable String name) {
        return repeated.contains(word(name));
    }

    private static String word(@Nullable String name) {
        return Show.or(name, "").toLowerCase(Locale.ROOT);
    }
}
