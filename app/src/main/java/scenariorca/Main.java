package scenariorca;

import scenariorca.cli.RcaCommand;

/** The entry point of the one program that is command line and server. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(RcaCommand.run(args));
    }
}
