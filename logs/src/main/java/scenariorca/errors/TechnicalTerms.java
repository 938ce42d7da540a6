package scenariorca.errors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Words of computing that carry digits and are no values. */
final class TechnicalTerms {
    private static final Set<String> WORDS = Set.of(
            "sha1",
            "sha-1",
            "sha224",
            "sha256",
            "sha-256",
            "sha384",
            "sha-384",
            "sha512",
            "sha-512",
            "md5",
            "utf8",
            "utf-8",
            "utf16",
            "utf-16",
            "utf32",
            "utf-32",
            "base64",
            "base32",
            "x86",
            "x64",
            "x86_64",
            "x86-64",
            "amd64",
            "arm64",
            "aarch64",
            "i386",
            "i486",
            "i586",
            "i686",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "float16",
            "float32",
            "float64",
            "iso8859-1",
            "iso-8859-1",
            "iso8601",
            "iso-8601",
            "rfc822",
            "rfc3339",
            "win32",
            "win64",
            "x509",
            "x.509",
            "ipv4",
            "ipv6",
            "aes128",
            "aes-128",
            "aes192",
            "aes256",
            "aes-256",
            "http2",
            "http/2",
            "oauth2",
            "rs256",
            "hs256",
            "es256",
            "ed25519",
            "crc32",
            "h264",
            "i18n",
            "l10n",
            "k8s",
            "ec2",
            "p50",
            "p90",
            "p95",
            "p99",
            "802.11",
            "usb2",
            "usb3",
            "ext3",
            "ext4",
            "fat32");
    private static final int LONGEST = 10;

    private TechnicalTerms() {}

    static boolean contain(byte[] line, int start, int end) {
        int length = end - start;
        return length <= LONGEST
                && WORDS.contains(
                        new String(line, start, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }
}
