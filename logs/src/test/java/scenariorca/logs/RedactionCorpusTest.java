package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Texts made of parts: things that must not be stored, the forms they stand in, the ways these are written. */
final class RedactionCorpusTest {
    private static final Redactor REDACTOR = Redactor.standard(false);

    /** Passwords and keys, as people and machines make them. */
    private static final List<String> SECRETS =
            List.of("hunter2X", "Zq9kLmT4vW2", "p@ss/w0rd!", "c0rrect-h0rse", "f3a9c1d27be84560", "aB3$kL9%qZ");

    /** How a secret is given to its name; {@code %s} is where it stands. */
    private static final List<String> FORMS = List.of(
            "password=%s",
            "login failed, password: %s",
            "SMTP_PASS=%s",
            "export DB_PASSWORD=%s",
            "--password %s --verbose",
            "args=[--api-key=%s]",
            "{\"user\":\"x\",\"password\":\"%s\",\"n\":1}",
            "{'client_secret': '%s'}",
            "<password>%s</password>",
            "<add key=\"dbPassword\" value=\"%s\"/>",
            "<wsse:Password Type=\"text\">%s</wsse:Password>",
            "db:\n  password: %s\n  port: 5432",
            "the password is %s",
            "password for user bob is %s",
            "[('api_key', '%s')]",
            "Config(secret='%s', retries=3)",
            "Credentials{user=bob, password=%s}",
            "X-Api-Key: %s",
            "conn: Server=db;User Id=sa;Password=%s;Timeout=3",
            "CREATE USER app IDENTIFIED BY '%s'",
            "{\"name\":\"DB_PASSWORD\",\"value\":\"%s\"}",
            "passwords: [%s]",
            "\"access_token\" => \"%s\"",
            "params[password]=%s",
            "clientSecret -> %s",
            "POST /login?user=x&password=%s&y=1",
            "Kennwort: %s",
            "das Passwort lautet %s",
            "mot de passe : %s",
            "le mot de passe est %s",
            "contrase\u00f1a: %s",
            "la contrase\u00f1a es %s",
            "la parola d'ordine \u00e8 %s",
            "senha: %s",
            "a senha \u00e9 %s",
            "wachtwoord=%s",
            "has\u0142o: %s",
            "has\u0142o to %s",
            "\u30d1\u30b9\u30ef\u30fc\u30c9\u306f %s \u3067\u3059",
            "\u5bc6\u7801\u662f%s\u3002",
            "\u5bc6\u7801\uff1a%s",
            "\u043f\u0430\u0440\u043e\u043b\u044c: %s",
            "\u015fifre: %s",
            "secret = \"%s\"",
            "ENV PGPASSWORD=%s psql",
            "Cookie: JSESSIONID=%s; theme=dark");

    /** How the whole is written. */
    private static final Map<String, UnaryOperator<String>> WRITINGS = new LinkedHashMap<>();

    static {
        WRITINGS.put("plain", text -> text);
        WRITINGS.put("JSON", RedactionCorpusTest::json);
        WRITINGS.put("JSON in JSON", text -> json(json(text)));
        WRITINGS.put("JSON in JSON in JSON", text -> json(json(json(text))));
        WRITINGS.put(
                "percent",
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        WRITINGS.put(
                "HTML",
                text -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
    }

    /** Things that tell by themselves what they are, whatever stands beside them. */
    private static final List<String> ALONE = List.of(
            "jane.doe@example.org",
            "o'brien+x@mail.example.co.uk",
            "j\u00f6rg@m\u00fcller.example",
            "ghp_" + "aB3dE5gH7jK9".repeat(3),
            "glpat-aB3dE5gH7jK9mN1pQ3sT",
            "xoxb-123456789012-aB3dE5gH7jK9",
            "sk_live_aB3dE5gH7jK9mN1pQ3sT5vX7",
            "AKIAZ7QJ4M2N8P5R6S3T",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N",
            "AIza" + "Sy4dE5gH7jK9mN1pQ3sT5vX7zA1bC3dE5fG",
            "npm_" + "aB3dE5gH7jK9".repeat(3),
            "4111 1111 1111 1111",
            "5500005555555559",
            "DE89 3704 0044 0532 0130 00",
            "FR1420041010050500013M02606",
            "+49 89 1234567",
            "+1 (415) 555-2671",
            "(415) 555-2671",
            "020 7946 0958",
            "01 23 45 67 89",
            "219-09-9999",
            "RSSMRA85T10A562S",
            "12345678Z",
            "2 55 08 14 168 025 38",
            "86095742719",
            "44051401359",
            "529.982.247-25",
            "11010519491231002X",
            "756.9217.0769.85",
            "85.07.30-033.28",
            "811228-9874");

    /** What must survive wherever it stands. */
    private static final List<String> LOOK_ALIKES = List.of(
            "run=5f1e2d3c-1234-4abc-9def-0123456789ab",
            "requestId: 41111111-1111-4111-8111-111111111111",
            "2026-03-02T11:05:09.123+0100",
            "pwd: /srv/app/forecast",
            "PWD=/home/app",
            "git@github.com:acme/engine.git",
            "ssh://git@host/repo",
            "icon@2x.png",
            "version 10.2.3.4",
            "range 100-200, 5-10",
            "took 1709373909123 ms",
            "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "commit 3e7e3d8f00d1a2b3c4d5e6f708192a3b4c5d6e7f",
            "max_tokens=512",
            "token count: 77",
            "tokens: 1024",
            "password is required",
            "invalid password: must be 8 characters",
            "the password is too short",
            "token expired",
            "token has expired",
            "the token is invalid",
            "Unexpected token } in JSON at position 12",
            "unexpected token: select",
            "primary key violated: foreign key is missing",
            "primary_key=4711",
            "cache key node/treatment-share",
            "scenario_key=42",
            "partition_key: 2026-03-02",
            "status code: 500",
            "code=404",
            "state=RUNNING",
            "state: FAILED",
            "session started",
            "sessions=12",
            "author=forecast",
            "authority: ok",
            "password_file=/run/secrets/db",
            "token_type=Bearer",
            "secret_name=forecast/db",
            "tokenizer=fast",
            "passed=12 failed=3",
            "PASS: TestShares",
            "bypass=true",
            "compass: north",
            "password=${DB_PASSWORD}",
            "password=****",
            "password: [REDACTED]",
            "secretary: n/a",
            "keyboard=us",
            "monkey: 3",
            "Passwort ist falsch",
            "mot de passe incorrect",
            "contraseña es obligatoria",
            "hasło jest nieprawidłowe",
            "order 4111 1111 1111 1112",
            "Fan speeds 3552 3534 3375 4245 3515 3479",
            "account 123456789012",
            "build 123456789",
            "blk_3587508140051953248",
            "0x7f3a9c1d27be",
            "java.base@25.0.1/java.lang.Thread",
            "HttpServer@7317849d",
            "engine@1.2.3.RELEASE",
            "node_name=Market Share",
            "file name: report.csv",
            "host name: worker-3",
            "scenario_name=Base case",
            "12:30:45.123",
            "Foo::bar",
            "C:\\temp\\new\\table",
            "https://example.org/a:b/c@d",
            "http://host:8080/users/@me",
            "eyJ",
            "AKIA",
            "ghp_short",
            "sk-learn",
            "hf_hub",
            "npm_config",
            "telemetry=on",
            "telnet failed",
            "faxed 3 pages",
            "phone model unknown",
            "mobile=true",
            "born in the cloud",
            "DE12 3456",
            "part GB29NWBK60161331926810",
            "811228-9875",
            "123-45-678",
            "retry 1 of 3 in 200 ms",
            "10.1.2.3:5432",
            "0.5 0.75 1.25",
            "{\"p50\":12.5,\"p99\":1200}",
            "-Xmx4g",
            "--retries 3",
            "Authorization failed",
            "authorization: denied",
            "cookie missing",
            "no credentials given",
            "secret not found",
            "api key is missing",
            "pin=13",
            "otp sent");

    private static final List<String> AROUND =
            List.of("%s", "user %s failed", "{\"a\":\"%s\",\"b\":2}", "got [%s], retrying", "(%s)");

    record Case(String writing, String text, String secret) {}

    static List<Case> positives() {
        var cases = new ArrayList<Case>();
        int turn = 0;
        for (String form : FORMS) {
            for (Map.Entry<String, UnaryOperator<String>> writing : WRITINGS.entrySet()) {
                // Each form with each writing; the secrets take turns. HTML in a URL's query is no form.
                String secret = SECRETS.get(turn++ % SECRETS.size());
                String text = writing.getValue().apply(form.formatted(secret.replace("%", "%")));
                cases.add(new Case(writing.getKey(), text, secret));
            }
        }
        for (String secret : ALONE) {
            for (String around : AROUND) {
                cases.add(new Case("alone", around.formatted(secret), secret));
            }
        }
        return cases;
    }

    private static String json(String text) {
        return "{\"message\":\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    @Test
    void of_at_least_400_positives_none_leaks_in_any_writing() {
        List<Case> cases = positives();
        assertThat(cases).hasSizeGreaterThan(400);
        List<String> leaks = cases.stream()
                .filter(RedactionCorpusTest::isLeak)
                .map(one -> one.writing() + " | " + one.text() + " | "
                        + REDACTOR.redact(one.text()).text())
                .toList();
        assertThat(leaks).isEmpty();
    }

    private static boolean isLeak(Case one) {
        return isReadable(REDACTOR.redact(one.text()).text(), one.secret());
    }

    /** Whether any part of a third of a secret, four characters at least, is still readable. */
    static boolean isReadable(String left, String secret) {
        for (TextView layer = TextView.of(left); layer != null; layer = Escapes.off(layer)) {
            int part = Math.max(4, secret.length() / 3);
            for (int at = 0; at + part <= secret.length(); at++) {
                if (layer.text().contains(secret.substring(at, at + part))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void of_at_least_400_look_alikes_at_most_two_are_touched() {
        List<String> touched = new ArrayList<>();
        int count = 0;
        for (String core : LOOK_ALIKES) {
            for (String around : AROUND) {
                String text = around.formatted(core);
                count++;
                if (!REDACTOR.redact(text).text().equals(text)) {
                    touched.add(text + " | " + REDACTOR.redact(text).text());
                }
            }
        }
        assertThat(count).isGreaterThan(400);
        assertThat(touched).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void redacting_twice_changes_nothing_on_any_of_them() {
        for (Case one : positives()) {
            String once = REDACTOR.redact(one.text()).text();
            assertThat(REDACTOR.redact(once).text()).as(one.text()).isEqualTo(once);
        }
    }

    @Test
    void colours_and_line_ends_within_a_secret_hide_nothing() {
        var leaks = new ArrayList<String>();
        for (Case one : positives()) {
            if (!one.writing().equals("plain") && !one.writing().equals("alone")) {
                continue;
            }
            int middle = one.text().indexOf(one.secret()) + one.secret().length() / 2;
            for (String between : List.of("\u001b[31m", "\u001b[0m\u001b[1;32m", "\u0000", "\n", "\r\n")) {
                String text =
                        one.text().substring(0, middle) + between + one.text().substring(middle);
                if (isLeak(new Case(one.writing(), text, one.secret()))) {
                    leaks.add(text + " | " + REDACTOR.redact(text).text());
                }
            }
        }
        assertThat(leaks).isEmpty();
    }
}
