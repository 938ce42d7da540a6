package scenariorca.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** What an open page does: it listens, and does something when it hears of a version. */
final class ListeningPage implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream body;

    private ListeningPage(InputStream body) {
        this.body = body;
    }

    static ListeningPage open(String url, Runnable heard) {
        var request = HttpRequest.newBuilder(URI.create(url + "/live"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new RcaException(ErrorCode.PROBLEM, "/live answers " + response.statusCode());
            }
            Thread.ofVirtual().start(() -> follow(lines, heard));
            return new ListeningPage(response.body());
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "/live does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "stopped while measuring", e);
        }
    }

    private static void follow(BufferedReader lines, Runnable heard) {
        try {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("data: ")) {
                    heard.run();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // closed, as pages are
        }
    }

    /** Whether a page is there. */
    static boolean shows(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .build();
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains("<h1");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            body.close(); // not its reader, which waits for a line
        } catch (IOException e) {
            // it is gone
        }
    }
}
