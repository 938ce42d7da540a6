package scenariorca.cli;

import java.util.List;

/** Commands that another module adds to {@code rca}, found by {@link java.util.ServiceLoader} where that module is installed. */
public interface CommandSet {
    /** The command classes, each annotated with picocli's {@code @Command}, in the order in which help lists them. */
    List<Class<?>> commands();
}
