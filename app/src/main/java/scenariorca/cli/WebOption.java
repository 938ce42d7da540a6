package scenariorca.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import scenariorca.platform.Settings;

/** {@code --web}: the page of an answer instead of the answer. */
final class WebOption {
    /** What opens an address, on Linux and on macOS. */
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    @Option(
            names = "--web",
            description = "Print the address of its page instead, and open it where there is a display.")
    private boolean isWanted;

    boolean isWanted() {
        return isWanted;
    }

    /**
     * Prints the address of a page and opens it.
     *
     * @param path of the page, with its query. Example: /runs?outcome=failed
     */
    static int show(String path, Terminal terminal) {
        Settings settings = terminal.settings();
        String address = Serving.pages(settings) + path;
        terminal.out().println(address);
        boolean isElsewhere = settings.text("API_PUBLIC_URL").isPresent();
        if (!isElsewhere && !ServingMark.isHeld(settings.home(), settings.number("API_PORT", 8_000, 0, 65_535))) {
            terminal.err().println("rca: nothing serves there now; ./rca serve does");
            return 0;
        }
        opener(settings).ifPresent(opener -> open(opener, address, terminal));
        return 0;
    }

    /** Empty where there is no display, as on a server. */
    private static Optional<Path> opener(Settings settings) {
        boolean isDisplayed = settings.text("DISPLAY").isPresent()
                || settings.text("WAYLAND_DISPLAY").isPresent()
                || System.getProperty("os.name", "").startsWith("Mac");
        if (!isDisplayed) {
            return Optional.empty();
        }
        List<String> folders = Arrays.asList(settings.text("PATH", "").split(File.pathSeparator));
        return OPENERS.stream()
                .flatMap(name -> folders.stream().flatMap(folder -> in(folder, name).stream()))
                .findFirst();
    }

    private static Optional<Path> in(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Does not wait for it. */
    private static void open(Path opener, String address, Terminal terminal) {
        try {
            new ProcessBuilder(opener.toString(), address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.err().println("rca: " + opener + " could not be started; open the address yourself");
        }
    }
}
