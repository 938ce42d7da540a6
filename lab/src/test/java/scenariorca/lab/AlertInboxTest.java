package scenariorca.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Where the demo's alerts arrive. */
final class AlertInboxTest {
    @Test
    void a_message_is_on_the_page_once_however_often_it_is_handed_over_and_never_as_markup()
            throws IOException, InterruptedException {
        String body = """
                {"id": "7", "thread": "t", "message": {"title": "New: <script>alert(1)</script>",
                "lines": [{"label": "hits", "text": "3 runs"}], "url": "http://127.0.0.1:1/problems/abc"}}""";
        try (var inbox = AlertInbox.start();
                HttpClient client = HttpClient.newHttpClient()) {
            var post = HttpRequest.newBuilder(URI.create(inbox.url() + "/alerts"))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var look = HttpRequest.newBuilder(URI.create(inbox.url())).build();
            assertThat(client.send(look, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("None has come yet");

            assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
            client.send(post, HttpResponse.BodyHandlers.discarding());
            String page =
                    client.send(look, HttpResponse.BodyHandlers.ofString()).body();

            assertThat(page).containsOnlyOnce("New: &lt;script&gt;").doesNotContain("<script>");
            assertThat(page).contains("hits: 3 runs").contains("href=\"http://127.0.0.1:1/problems/abc\"");
        }
    }
}
