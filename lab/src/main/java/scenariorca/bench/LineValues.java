package scenariorca.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values as they stand in log lines, by kind: numbers of all sizes, addresses, ids, paths, and words from a list. */
final class LineValues {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SIGNS = LETTERS + "abcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Map<String, List<String>> words = new HashMap<>();

    /** @param rows a kind, then its words, between tabs */
    LineValues(List<String> rows) {
        for (String row : rows) {
            List<String> cells = List.of(row.split("\t"));
            words.put(cells.getFirst(), cells.subList(1, cells.size()));
        }
    }

    String value(String kind, Random random) {
        if (words.containsKey(kind)) {
            return word(kind, random);
        }
        if (kind.startsWith("0x")) {
            return "0x" + hex(number(kind, "0x"), random);
        }
        if (kind.startsWith("hex")) {
            return hex(kind.length() == 3 ? 1 + random.nextInt(8) : number(kind, "hex"), random);
        }
        return switch (kind) {
            case "n" -> number(random);
            case "float" -> "%s.%d".formatted(number(random), random.nextInt(1000));
            case "ver" -> "%d.%d.%d".formatted(random.nextInt(20), random.nextInt(30), random.nextInt(9000));
            case "date" -> "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            case "time" -> "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
            case "dur" -> "%dm%ds".formatted(random.nextInt(60), random.nextInt(60));
            case "guid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "b64" -> signs(SIGNS, 12 + random.nextInt(30), random) + "=";
            case "qid" -> hex(10, random).toUpperCase(Locale.ROOT);
            case "serial", "track" -> signs(LETTERS, 3, random) + (10_000_000 + random.nextInt(90_000_000));
            case "sku" -> signs(LETTERS, 2, random) + "-" + (100 + random.nextInt(900));
            case "sid" -> "STEAM_0:%d:%d".formatted(random.nextInt(2), random.nextInt(90_000_000));
            default -> place(kind, random);
        };
    }

    /** Where something is: on a network, in a machine, in a tree of files. */
    private String place(String kind, Random random) {
        return switch (kind) {
            case "ip" -> "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254));
            case "ip:port" -> value("ip", random) + ":" + (1024 + random.nextInt(60_000));
            case "host:port" ->
                value(random.nextBoolean() ? "fqdn" : "ip", random) + ":" + (1 + random.nextInt(60_000));
            case "fqdn" -> word("host", random) + "." + word("domain", random);
            case "mail" -> word("user", random) + "@" + word("domain", random);
            case "mac" -> hex(12, random).replaceAll("(..)(?!$)", "$1:");
            case "pci" -> "0000:%s:%s.%d".formatted(hex(2, random), hex(2, random), random.nextInt(8));
            case "node" -> "R%02d-M%d-N%X".formatted(random.nextInt(64), random.nextInt(2), random.nextInt(16));
            case "qnode" -> "\\042" + value(random.nextBoolean() ? "node" : "host", random) + "\\042";
            case "nodes" -> "cn[%04d-%04d]".formatted(random.nextInt(5000), random.nextInt(5000));
            case "ido" ->
                "%s ip=%s v=%d t=%d"
                        .formatted(value("serial", random), value("ip", random), random.nextInt(20), random.nextInt(5));
            case "block" -> "broadcast_%d_piece%d".formatted(random.nextInt(90), random.nextInt(4));
            case "attempt" ->
                "attempt_2015_%04d_m_%06d_%d".formatted(random.nextInt(9999), random.nextInt(9999), random.nextInt(4));
            default -> file(kind, random);
        };
    }

    private String file(String kind, Random random) {
        return switch (kind) {
            case "path" -> "/" + folders(random) + word("leaf", random) + word("ext", random);
            case "upath" -> "/" + folders(random) + random.nextInt(900);
            case "hdfs" -> "hdfs://" + value("ip:port", random) + "/" + folders(random) + "_temporary/0";
            case "url" -> "https://" + value("fqdn", random) + "/" + folders(random) + word("leaf", random);
            case "winpath" -> "C:\\Windows\\" + folders(random).replace('/', '\\') + word("leaf", random) + ".dll";
            case "winpkg" ->
                "Package_for_KB%d~31bf3856ad364e35~amd64~~6.1.%d.%d"
                        .formatted(900_000 + random.nextInt(99_999), random.nextInt(3), random.nextInt(20));
            case "snap" ->
                "tank/%s@auto-2024%02d%02d"
                        .formatted(word("dir", random), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "pkg" -> "com." + word("vendor", random);
            case "component" -> value("pkg", random) + "/." + word("cls", random);
            case "uid" -> "u%da%d".formatted(random.nextInt(2), 10 + random.nextInt(300));
            case "proc" -> random.nextInt(30_000) + ":" + value("pkg", random) + "/" + value("uid", random);
            case "wl" -> List.of("wl0", "awdl0", "en0", "en4").get(random.nextInt(4));
            default -> throw new IllegalArgumentException("no such kind of value: " + kind);
        };
    }

    private String folders(Random random) {
        return word("dir", random) + "/" + (random.nextBoolean() ? word("dir", random) + "/" : "");
    }

    /** The first of a list are the frequent ones. */
    private String word(String kind, Random random) {
        List<String> list = words.getOrDefault(kind, List.of());
        double share = random.nextDouble();
        return list.get((int) (share * share * list.size()));
    }

    private static int number(String kind, String before) {
        return Integer.parseInt(kind.substring(before.length()));
    }

    private static String number(Random random) {
        int bound = (int) Math.pow(10, 1 + random.nextInt(6));
        return String.valueOf(random.nextInt(bound));
    }

    private static String hex(int digits, Random random) {
        return signs("0123456789abcdef", digits, random);
    }

    private static String signs(String from, int count, Random random) {
        var text = new StringBuilder();
        for (int index = 0; index < count; index++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
