package scenariorca.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.audit.AuditVerification;
import scenariorca.audit.SignedHead;
import scenariorca.cloudwatch.RetainedObject;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** {@code rca audit}: takes the head of the audit chain away, to where the warehouse's owner cannot write. */
@Command(
        name = "audit",
        description = "Take the head of the audit chain away; ./rca verify --audit checks the chain.",
        mixinStandardHelpOptions = true)
final class AuditCommand {
    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            description = "Print the head of the chain, or write it to a file or an object in S3.",
            mixinStandardHelpOptions = true)
    int head(
            @Option(
                            names = "--out",
                            paramLabel = "<place>",
                            description = "A file, or s3://bucket/name.json; neither is written over.")
                    @Nullable
                    String place,
            @Option(
                            names = "--sign-with",
                            paramLabel = "<file>",
                            description = "Sign it with this private Ed25519 key in PEM.")
                    @Nullable
                    Path key,
            @Option(
                            names = "--retain-days",
                            paramLabel = "<n>",
                            description = "Lock the object in S3 for so long (compliance mode).")
                    @Nullable
                    Integer retainDays) {
        if (retainDays != null && (retainDays < 1 || place == null || !RetainedObject.isAddress(place))) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--retain-days takes a number from 1, and --out an address in S3");
        }
        try (App app = App.openFilled(terminal.settings())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            SignedHead head = AuditVerification.head(app.warehouse())
                    .map(last -> SignedHead.of(last, now, key))
                    .orElseThrow(() -> new RcaException(
                            ErrorCode.PROBLEM, "there is no audit chain yet; the next ./rca etl begins it"));
            if (place == null) {
                terminal.out().print(head.toJson());
                return 0;
            }
            write(place, head, retainDays == null ? null : now.plus(Duration.ofDays(retainDays)));
            terminal.out().println("Wrote the head of entry " + head.head().entryNo() + " to " + place + ".");
            return 0;
        }
    }

    private void write(String place, SignedHead head, @Nullable Instant until) {
        if (RetainedObject.isAddress(place)) {
            RetainedObject.put(terminal.settings(), place, head.toJson(), until);
            return;
        }
        try {
            Files.writeString(Path.of(place), head.toJson(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "%s cannot be written, or is there already; give another name".formatted(place),
                    e);
        }
    }
}
