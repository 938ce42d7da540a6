package scenariorca.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds a response's body back, so that it can be kept, compressed and given an ETag before it is sent. */
final class BodyCapture extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    private @Nullable PrintWriter writer;

    BodyCapture(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        if (writer != null) {
            writer.flush();
        }
        return bytes.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] from, int offset, int length) {
                bytes.write(from, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("answers are written in one go");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            writer = known;
        }
        return known;
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }

    @Override
    public void reset() {
        bytes.reset();
        super.reset();
    }

    @Override
    public void flushBuffer() {
        // held back until the body is complete
    }

    @Override
    public void setContentLength(int length) {
        // known when the body is complete
    }

    @Override
    public void setContentLengthLong(long length) {
        // known when the body is complete
    }

    /** Sends what was held back, as it is. */
    void release() throws IOException {
        byte[] body = bytes();
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (body.length > 0 && !response.isCommitted()) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
