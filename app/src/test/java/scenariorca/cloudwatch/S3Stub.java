package scenariorca.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks as much of the protocol of S3 as is needed to list a bucket page by page, to read objects and to write them. */
final class S3Stub extends AwsStub {
    private static final int PAGE = 2;

    private final String bucket;
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();

    S3Stub(String bucket) {
        this.bucket = bucket;
    }

    void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    /** What was put under a key, as it came over the wire: with chunks and checksums. */
    byte[] written(String key) {
        return objects.get(key);
    }

    /** The headers it was put with, in lower case. */
    Map<String, String> headers(String key) {
        return headers.get(key);
    }

    @Override
    String name(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return exchange.getRequestURI().getPath() + (range == null ? "" : " " + range);
    }

    @Override
    Reply refuse(Fault.Refused refused) {
        String xml = "<Error><Code>%s</Code><Message>never-shown-text</Message></Error>".formatted(refused.type());
        return xml(refused.status(), xml);
    }

    @Override
    Reply answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/" + bucket) && !path.startsWith("/" + bucket + "/")) {
            return refuse(new Fault.Refused(404, "NoSuchBucket"));
        }
        String key = path.substring(Math.min(path.length(), bucket.length() + 2));
        if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(key, body);
            var sent = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            headers.put(key, sent);
            return xml(200, "");
        }
        return key.isEmpty() ? list(parameters(exchange)) : object(exchange, key);
    }

    private Reply list(Map<String, String> parameters) {
        String prefix = parameters.getOrDefault("prefix", "");
        String after = parameters.getOrDefault("continuation-token", "");
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .toList();
        List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
        var xml = new StringBuilder("<ListBucketResult><Name>" + bucket + "</Name>");
        for (String key : page) {
            xml.append("<Contents><Key>").append(key).append("</Key><Size>").append(objects.get(key).length);
            xml.append("</Size><LastModified>2026-03-02T00:00:00.000Z</LastModified></Contents>");
        }
        xml.append("<IsTruncated>").append(page.size() < keys.size()).append("</IsTruncated>");
        if (page.size() < keys.size()) {
            xml.append("<NextContinuationToken>").append(page.getLast()).append("</NextContinuationToken>");
        }
        return xml(200, xml.append("</ListBucketResult>").toString());
    }

    private Reply object(HttpExchange exchange, String key) {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            return refuse(new Fault.Refused(404, "NoSuchKey"));
        }
        String tag = "\"" + Arrays.hashCode(bytes) + "\"";
        String wanted = exchange.getRequestHeaders().getFirst("If-Match");
        if (wanted != null && !wanted.equals(tag)) {
            return refuse(new Fault.Refused(412, "PreconditionFailed"));
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        return new Reply(range == null ? 200 : 206, "application/octet-stream", rest, Map.of("ETag", tag));
    }

    private static Reply xml(int status, String text) {
        return new Reply(status, "application/xml", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var parameters = new HashMap<String, String>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(
                    name,
                    URLDecoder.decode(pair.substring(name.length()).replaceFirst("^=", ""), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
