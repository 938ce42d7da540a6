package scenariorca.bench;

import java.util.List;

/**
 * An endpoint and examples of what is asked of it.
 *
 * @param name of the endpoint. Example: audit-trail
 * @param examples at least one
 */
record ApiQuestion(String name, List<Example> examples) {
    ApiQuestion {
        examples = List.copyOf(examples);
    }

    /**
     * One request, and the report behind it.
     *
     * @param path with query. Example: /api/v1/rca/runs
     * @param report asks the same without HTTP
     */
    record Example(String path, Runnable report) {}
}
