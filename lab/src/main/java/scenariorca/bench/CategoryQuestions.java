package scenariorca.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.report.Window;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * How long the top categories take, asked one after the other and each made anew: with another window or another number of
 * categories each time, of a server that keeps no answers.
 *
 * @param http over HTTP, from the request to the last byte of its answer
 * @param inProcess the same questions without the server
 */
record CategoryQuestions(Latencies http, Latencies inProcess) {
    /** One in so many is asked before, too, and not counted: the first ones wait for the compiler. */
    private static final int WARM_UP = 5;

    /** Windows and numbers of categories: no pair of them comes twice. */
    private static final int LONGEST_WINDOW = 90;

    private static final int MOST_CATEGORIES = 14;
    private static final String PATH = "http://127.0.0.1:%d/api/v1/rca/errors/top-categories?days=%d&limit=%d";

    /** One question. */
    private interface Question {
        void ask(int days, int limit);
    }

    /** @param count how many are asked, at most 500 */
    static CategoryQuestions ask(Warehouse warehouse, int count) {
        try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), 2);
                RcaServer server =
                        RcaServer.start(new ServerSettings("127.0.0.1", 0, null, 0), reader, Clock.systemUTC());
                HttpClient client = HttpClient.newHttpClient()) {
            Reports reports = Reports.of(new ReportSession(reader, Clock.systemUTC()));
            return new CategoryQuestions(
                    latencies(count, (days, limit) -> get(client, PATH.formatted(server.port(), days, limit))),
                    latencies(count, (days, limit) -> reports.topCategories().answer(new Window(days), limit)));
        }
    }

    private static Latencies latencies(int count, Question question) {
        var latencies = new Latencies();
        for (int number = -count / WARM_UP; number < count; number++) {
            long start = System.nanoTime();
            question.ask(1 + Math.floorMod(number, LONGEST_WINDOW), 1 + Math.floorMod(number, MOST_CATEGORIES));
            if (number >= 0) {
                latencies.add(System.nanoTime() - start);
            }
        }
        return latencies;
    }

    private static void get(HttpClient client, String address) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new RcaException(
                        ErrorCode.PROBLEM, "expected 200 from " + address + ", found " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "the measurement was interrupted", e);
        }
    }
}
