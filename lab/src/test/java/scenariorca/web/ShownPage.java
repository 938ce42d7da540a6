package scenariorca.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the demo as people read it: its facts, the rows of its tables, and where its links lead. */
record ShownPage(String path, String html) {
    private static final Pattern ROW = Pattern.compile("<tr data-row.*?</tr>", Pattern.DOTALL);

    /** Follows redirections; fails unless there is such a page. */
    static ShownPage of(String path) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(DemoSite.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return new ShownPage(path, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lines of a CSV without its header. */
    static long rowsOf(String csv) {
        return of(csv).html().lines().count() - 1;
    }

    String headline() {
        return words(between("<h1", "</h1>"));
    }

    /** The first number of the fact of this name. */
    long fact(String name) {
        Matcher found = Pattern.compile(
                        "<dt>" + Pattern.quote(name) + "(?:<details.*?</details>)?</dt>\\s*<dd>(.*?)</dd>",
                        Pattern.DOTALL)
                .matcher(html);
        if (!found.find()) {
            throw new AssertionError(path + " has no fact " + name);
        }
        return number(words(found.group(1)));
    }

    /** The rows below a heading, up to the next section. */
    List<String> rows(String headingId) {
        int start = html.indexOf("id=\"" + headingId + "\"");
        if (start < 0) {
            return List.of();
        }
        int end = html.indexOf("</section>", start);
        return ROW.matcher(html.substring(start, end < 0 ? html.length() : end))
                .results()
                .map(row -> row.group())
                .toList();
    }

    /** The text of a cell of a row; empty without one. */
    static String cell(String row, String label) {
        Matcher found = Pattern.compile(
                        "<td[^>]*data-label=\"" + Pattern.quote(label) + "\"[^>]*>(.*?)</td>", Pattern.DOTALL)
                .matcher(row);
        return found.find() ? words(found.group(1)) : "";
    }

    /** The first link of a row that begins so. */
    static String link(String row, String start) {
        Matcher found =
                Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*)\"").matcher(row);
        if (!found.find()) {
            throw new AssertionError("no link to " + start + " in " + row);
        }
        return found.group(1).replace("&amp;", "&").replaceAll("#.*", "");
    }

    /** The first whole number of a text, whatever keeps its thousands apart; 0 for a dash. */
    static long number(String text) {
        Matcher digits = Pattern.compile("\\d[\\d\u2009]*").matcher(text);
        return digits.find() ? Long.parseLong(digits.group().replace("\u2009", "")) : 0;
    }

    private String between(String start, String end) {
        int from = html.indexOf(start);
        return html.substring(html.indexOf('>', from) + 1, html.indexOf(end, from));
    }

    private static String words(String html) {
        return html.replaceAll("<details.*?</details>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[ \\n]+", " ")
                .strip();
    }
}
