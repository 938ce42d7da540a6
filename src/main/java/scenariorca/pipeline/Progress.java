package scenariorca.pipeline;

/** Who is told how a load goes on, in lines for a person. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
