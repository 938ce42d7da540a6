package scenariorca.simulator.varied.domain;

import java.util.Locale;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.varied.engine.Field;

/**
 * How the people who made a model name keys and shape documents.
 *
 * @param isCamel whether keys are written in camel case; otherwise with underscores
 * @param depth how deep values lie: 0 flat, 1 in groups, 2 in groups in an envelope
 * @param layout of numbers by period, mostly
 */
record Taste(boolean isCamel, int depth, Field.Layout layout) {
    static Taste of(Dice dice) {
        return new Taste(dice.chance(0.5), dice.below(3), dice.pick(java.util.List.of(Field.Layout.values())));
    }

    /** Pointer of a value. */
    String path(String group, String words) {
        return switch (depth) {
            case 0 -> '/' + key(words);
            case 1 -> '/' + key(group) + '/' + key(words);
            default -> '/' + key("model inputs") + '/' + key(group) + '/' + key(words);
        };
    }

    String key(String words) {
        String[] all = words.toLowerCase(Locale.ROOT).split(" ");
        if (!isCamel) {
            return String.join("_", all);
        }
        var key = new StringBuilder(all[0]);
        for (int i = 1; i < all.length; i++) {
            key.append(Character.toUpperCase(all[i].charAt(0))).append(all[i], 1, all[i].length());
        }
        return key.toString();
    }
}
