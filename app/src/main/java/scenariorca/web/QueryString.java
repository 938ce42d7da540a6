package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of an address, put together term by term. What is not given is left out. */
public final class QueryString {
    private final List<Term> terms = new ArrayList<>();

    /** Example: outcome, failed */
    record Term(String name, String value) {}

    public QueryString with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            terms.add(new Term(name, value.toString()));
        }
        return this;
    }

    public QueryString withAll(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    QueryString with(QueryString other) {
        terms.addAll(other.terms);
        return this;
    }

    /** The same with one term otherwise, or without it. */
    QueryString but(String name, @Nullable Object value) {
        var changed = new QueryString();
        terms.stream().filter(term -> !term.name().equals(name)).forEach(changed.terms::add);
        return changed.with(name, value);
    }

    /** For forms that must send them, too. */
    List<Term> terms() {
        return List.copyOf(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The address of a page with this query. Example: /runs?outcome=failed */
    public String of(String path) {
        return isEmpty() ? path : path + "?" + this;
    }

    @Override
    public String toString() {
        return terms.stream()
                .map(term -> term.name() + "=" + Links.encoded(term.value()))
                .collect(Collectors.joining("&"));
    }
}
