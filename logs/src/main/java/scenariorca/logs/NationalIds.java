package scenariorca.logs;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Numbers that states give to people, by their check digits. Each takes the text as found, with the marks in it. */
final class NationalIds {
    private static final Map<String, Predicate<String>> ALL = Map.ofEntries(
            Map.entry("us_ssn", NationalIds::isUsSsn),
            Map.entry("gb_nhs", value -> CheckDigits.weighted(value, 11, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)),
            Map.entry("de_tax", NationalIds::isGermanTax),
            Map.entry("fr_nir", NationalIds::isFrenchNir),
            Map.entry("es_dni", NationalIds::isSpanish),
            Map.entry("it_cf", NationalIds::isItalian),
            Map.entry("pt_nif", value -> CheckDigits.elevenFrom(value, 9, 8, 7, 6, 5, 4, 3, 2)),
            Map.entry("nl_bsn", value -> CheckDigits.weighted(value, 11, 0, 9, 8, 7, 6, 5, 4, 3, 2, -1)),
            Map.entry(
                    "pl_pesel",
                    value -> CheckDigits.hasDate(value, 2)
                            && CheckDigits.weighted(value, 10, 0, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)),
            Map.entry("tr_tc", NationalIds::isTurkish),
            Map.entry("ru_snils", NationalIds::isSnils),
            Map.entry("ru_inn", NationalIds::isInn),
            Map.entry("cn_id", NationalIds::isChinese),
            Map.entry("jp_my", NationalIds::isJapanese),
            Map.entry("kr_rrn", value -> isKorean(value)),
            Map.entry("in_aadhaar", CheckDigits::isVerhoeff),
            Map.entry("br_cpf", NationalIds::isCpf),
            Map.entry("mx_curp", NationalIds::isCurp),
            Map.entry(
                    "ca_sin",
                    value -> CheckDigits.isLuhn(CheckDigits.digits(value)) && CheckDigits.digits(value)[0] != 0),
            Map.entry("au_tfn", value -> CheckDigits.weighted(value, 11, 0, 1, 4, 3, 7, 5, 8, 6, 9, 10)),
            Map.entry(
                    "se_pnr",
                    value -> CheckDigits.hasDay(value)
                            && CheckDigits.isLuhn(CheckDigits.last(CheckDigits.digits(value), 10))),
            Map.entry("fi_hetu", NationalIds::isFinnish),
            Map.entry("no_fnr", NationalIds::isNorwegian),
            Map.entry("be_nn", NationalIds::isBelgian),
            Map.entry(
                    "ch_ahv",
                    value -> value.startsWith("756")
                            && CheckDigits.weighted(value, 10, 0, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1)),
            Map.entry("za_id", value -> CheckDigits.hasDate(value, 2) && CheckDigits.isLuhn(CheckDigits.digits(value))),
            Map.entry("date_day", CheckDigits::hasDay));

    private NationalIds() {}

    static Optional<Predicate<String>> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static boolean isUsSsn(String value) {
        int[] digits = CheckDigits.digits(value);
        int area = digits[0] * 100 + digits[1] * 10 + digits[2];
        return digits.length == 9
                && area != 0
                && area != 666
                && digits[3] + digits[4] > 0
                && digits[5] + digits[6] + digits[7] + digits[8] > 0;
    }

    /** ISO 7064 mod 11, 10, and of the first ten digits just one comes more than once. */
    private static boolean isGermanTax(String value) {
        int[] digits = CheckDigits.digits(value);
        if (digits.length != 11 || digits[0] == 0) {
            return false;
        }
        int product = 10;
        int[] counts = new int[10];
        for (int at = 0; at < 10; at++) {
            counts[digits[at]]++;
            int sum = (digits[at] + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        long repeated = Arrays.stream(counts).filter(count -> count > 1).count();
        int check = 11 - product;
        return repeated == 1 && digits[10] == (check == 10 ? 0 : check);
    }

    private static boolean isFrenchNir(String value) {
        String bare = CheckDigits.bare(value).replace("2A", "19").replace("2B", "18");
        if (!bare.matches("[1-478]\\d{14}")) {
            return false;
        }
        long number = Long.parseLong(bare.substring(0, 13));
        return 97 - number % 97 == Long.parseLong(bare.substring(13));
    }

    private static boolean isSpanish(String value) {
        String bare = CheckDigits.bare(value);
        int first = "XYZ".indexOf(bare.charAt(0));
        String number = (first < 0 ? bare : first + bare.substring(1)).substring(0, 8);
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == bare.charAt(8);
    }

    private static boolean isItalian(String value) {
        String bare = CheckDigits.bare(value);
        String odd = "1,0,5,7,9,13,15,17,19,21,2,4,18,20,11,3,6,8,12,14,16,10,22,25,24,23";
        int[] odds = Arrays.stream(odd.split(",")).mapToInt(Integer::parseInt).toArray();
        int sum = 0;
        for (int at = 0; at < 15; at++) {
            char letter = bare.charAt(at);
            int place = letter >= 'A' ? letter - 'A' : letter - '0';
            sum += at % 2 == 0 ? odds[place] : place;
        }
        return bare.charAt(15) - 'A' == sum % 26;
    }

    private static boolean isTurkish(String value) {
        int[] digits = CheckDigits.digits(value);
        if (digits.length != 11 || digits[0] == 0) {
            return false;
        }
        int odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        int even = digits[1] + digits[3] + digits[5] + digits[7];
        int all = odd + even + digits[9];
        return Math.floorMod(odd * 7 - even, 10) == digits[9] && all % 10 == digits[10];
    }

    private static boolean isSnils(String value) {
        int[] digits = CheckDigits.digits(value);
        int rest = CheckDigits.sum(digits, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101;
        return digits.length == 11 && rest % 100 == digits[9] * 10 + digits[10];
    }

    private static boolean isInn(String value) {
        int[] digits = CheckDigits.digits(value);
        return digits.length == 12
                && CheckDigits.sum(digits, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == digits[10]
                && CheckDigits.sum(digits, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == digits[11];
    }

    private static boolean isChinese(String value) {
        String bare = CheckDigits.bare(value);
        int[] digits = CheckDigits.digits(bare.substring(0, 17));
        int rest = CheckDigits.sum(digits, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2) % 11;
        int year = Integer.parseInt(bare.substring(6, 10));
        return year >= 1900
                && year <= 2100
                && CheckDigits.hasDate(bare.substring(8), 2)
                && "10X98765432".charAt(rest) == bare.charAt(17);
    }

    private static boolean isJapanese(String value) {
        int[] digits = CheckDigits.digits(value);
        if (digits.length != 12) {
            return false;
        }
        int rest = CheckDigits.sum(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return (rest <= 1 ? 0 : 11 - rest) == digits[11];
    }

    /** Numbers given since 2020 have no check digit, only the date. */
    private static boolean isKorean(String value) {
        int[] digits = CheckDigits.digits(value);
        return digits.length == 13 && CheckDigits.hasDate(value, 2) && digits[6] >= 1 && digits[6] <= 4;
    }

    private static boolean isCpf(String value) {
        int[] digits = CheckDigits.digits(value);
        return digits.length == 11
                && !CheckDigits.isSame(digits)
                && CheckDigits.check(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) == digits[9]
                && CheckDigits.check(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) == digits[10];
    }

    private static boolean isCurp(String value) {
        String letters = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ";
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += letters.indexOf(value.charAt(at)) * (18 - at);
        }
        return CheckDigits.hasDate(value.substring(4), 2) && (10 - sum % 10) % 10 == value.charAt(17) - '0';
    }

    private static boolean isFinnish(String value) {
        int number = Integer.parseInt(value.substring(0, 6) + value.substring(7, 10));
        return CheckDigits.hasDay(value.substring(0, 6))
                && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(number % 31) == value.charAt(10);
    }

    private static boolean isNorwegian(String value) {
        int[] digits = CheckDigits.digits(value);
        return digits.length == 11
                && CheckDigits.check(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) == digits[9]
                && CheckDigits.check(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) == digits[10];
    }

    private static boolean isBelgian(String value) {
        String bare = CheckDigits.bare(value);
        if (!bare.matches("\\d{11}") || !CheckDigits.hasDate(bare, 2)) {
            return false;
        }
        long number = Long.parseLong(bare.substring(0, 9));
        long check = Long.parseLong(bare.substring(9));
        return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
    }
}
