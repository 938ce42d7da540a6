package scenariorca.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import scenariorca.api.AnswerConverter;
import scenariorca.report.Freshness;

/** Writes a page, and leaves its freshness with the request for whoever keeps the answer. */
final class ViewConverter extends AbstractHttpMessageConverter<View> {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Pages pages;

    ViewConverter(Pages pages) {
        super(HTML);
        this.pages = pages;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == View.class;
    }

    @Override
    public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected View readInternal(Class<? extends View> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("pages are only written", input);
    }

    @Override
    protected void writeInternal(View view, HttpOutputMessage output) throws IOException {
        byte[] bytes = pages.write(view).getBytes(StandardCharsets.UTF_8);
        Answers answers = view.answers();
        Freshness kept = answers == null ? null : answers.forKeeping();
        if (kept != null) {
            RequestContextHolder.currentRequestAttributes()
                    .setAttribute(AnswerConverter.FRESHNESS, kept, RequestAttributes.SCOPE_REQUEST);
        }
        output.getHeaders().setContentType(HTML);
        output.getBody().write(bytes);
    }
}
