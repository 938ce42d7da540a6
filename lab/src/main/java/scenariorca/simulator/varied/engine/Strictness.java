package scenariorca.simulator.varied.engine;

import java.util.Locale;

/** Where an engine looks whether what it works on makes sense. */
public enum Strictness {
    /** Each document is checked by the node that reads it, and each result by the node that computed it. */
    INPUT,
    /** Documents are taken as they are; some nodes on the way check what they computed. */
    OUTPUT,
    /** Only the last nodes check: nonsense travels to the end. */
    END;

    /** Example: output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
