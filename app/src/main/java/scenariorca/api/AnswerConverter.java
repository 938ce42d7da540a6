package scenariorca.api;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import scenariorca.platform.Json;
import scenariorca.report.Answer;
import scenariorca.report.Tabular;

/** Writes an answer as JSON, CSV or zip, and leaves its freshness with the request for whoever keeps the answer. */
public final class AnswerConverter extends AbstractGenericHttpMessageConverter<Answer<?>> {
    private static final MediaType ZIP = MediaType.parseMediaType(Media.ZIP_TYPE);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** Request attribute: the {@link scenariorca.report.Freshness} of the answer just written. */
    public static final String FRESHNESS = "scenariorca.freshness";
    /** Request attribute: the cursor of the next page, when there is one. */
    public static final String NEXT = "scenariorca.next";

    public AnswerConverter() {
        super(MediaType.APPLICATION_JSON, CSV, ZIP);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Answer.class;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected void writeInternal(Answer<?> answer, @Nullable Type type, HttpOutputMessage output) throws IOException {
        Object content = answer.content();
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        request.setAttribute(FRESHNESS, answer.freshness(), RequestAttributes.SCOPE_REQUEST);
        if (content instanceof Tabular<?> table && table.nextCursor() != null) {
            request.setAttribute(NEXT, table.nextCursor(), RequestAttributes.SCOPE_REQUEST);
        }
        if (content instanceof byte[] zip) {
            output.getHeaders().setContentType(ZIP);
            output.getBody().write(zip);
            return;
        }
        MediaType chosen = output.getHeaders().getContentType();
        if (chosen != null && chosen.getSubtype().equals("csv") && content instanceof Tabular<?> table) {
            output.getHeaders().setContentType(CSV);
            output.getBody().write(CsvTable.write(rowType(type), table.rows()).getBytes(StandardCharsets.UTF_8));
            return;
        }
        output.getBody().write(Json.mapper().writeValueAsBytes(content));
    }

    /** The record a table's rows are, known from the method's return type even when there is no row. */
    private static Class<?> rowType(@Nullable Type type) {
        Class<?> row = ResolvableType.forType(type)
                .getGeneric(0)
                .as(Tabular.class)
                .getGeneric(0)
                .resolve();
        if (row == null) {
            throw new IllegalStateException("a table must say what its rows are: " + type);
        }
        return row;
    }

    @Override
    protected Answer<?> readInternal(Class<? extends Answer<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("answers are only written", input);
    }

    @Override
    public Answer<?> read(Type type, @Nullable Class<?> context, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("answers are only written", input);
    }
}
