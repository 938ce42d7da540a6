package scenariorca.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import scenariorca.alerts.Delivery.Outcome;
import scenariorca.platform.Json;

/** Posts JSON and tells what became of it. Follows no redirect: what it carries is for one receiver. */
final class HttpPost {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_OF_ANSWER = 64_000;
    private static final int SHOWN_OF_ANSWER = 120;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** What is wrong with the message itself, and would be next time. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param taken what the answer to a message that was taken means */
    Outcome send(URI url, Map<String, String> headers, Object body, Function<String, Outcome> taken) {
        return send(url, headers, Json.write(body), taken);
    }

    Outcome send(URI url, Map<String, String> headers, String json, Function<String, Outcome> taken) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "scenario-rca")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            String answer;
            try (InputStream in = response.body()) {
                answer = new String(in.readNBytes(MOST_OF_ANSWER), StandardCharsets.UTF_8);
            }
            return outcome(response, answer, taken);
        } catch (HttpTimeoutException e) {
            return failed("%s does not answer within %d s".formatted(url.getAuthority(), PATIENCE.toSeconds()));
        } catch (ConnectException e) {
            return failed(url.getAuthority() + " cannot be reached");
        } catch (IOException e) {
            return failed("%s: %s".formatted(url.getAuthority(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("stopped while waiting for " + url.getAuthority());
        }
    }

    private static Outcome outcome(HttpResponse<?> response, String answer, Function<String, Outcome> taken) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return taken.apply(answer);
        }
        String line = answer.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String said = "HTTP %d from %s: %s"
                .formatted(
                        status,
                        response.uri().getAuthority(),
                        line.length() > SHOWN_OF_ANSWER ? line.substring(0, SHOWN_OF_ANSWER) : line);
        return REFUSALS.contains(status) ? new Outcome.Refused(said) : new Outcome.Failed(said, wait(response));
    }

    private static Outcome failed(String why) {
        return new Outcome.Failed(why, Duration.ZERO);
    }

    private static Duration wait(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        if (!seconds.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }
}
