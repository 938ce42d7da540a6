package scenariorca.errors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of classes and functions without what changes from build to build. */
final class FrameNames {
    private static final Pattern DOTNET_GENERATED = Pattern.compile("<(?<name>\\w*)>[a-z]__\\w+(?:\\.MoveNext)?");

    private FrameNames() {}

    /** {@code a.B$$SpringCGLIB$$0} is {@code a.B}; {@code a.B$1} is {@code a.B$#}. */
    static String normal(String type) {
        return type.replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda")
                .replaceAll("\\$\\$(?:EnhancerBy\\w+|SpringCGLIB|FastClassBy\\w+|CGLIB|_javassist_\\d+)\\$*\\w*", "")
                .replaceAll("(?:^|(?<=\\.))\\w+\\.proxy\\d*\\.\\$Proxy\\d+|\\$Proxy\\d+", "\\$Proxy")
                .replaceAll("\\$ByteBuddy\\$\\w+", "")
                .replaceAll("(Generated\\w*Accessor)\\d+", "$1")
                .replaceAll("__\\d+", "")
                .replaceAll("\\$\\d+", "\\$#");
    }

    /** {@code lambda$total$3} is {@code lambda$total}; {@code access$100} is {@code access}. */
    static String method(String method) {
        return method.replaceAll("^(lambda\\$\\w+?)\\$\\d+$", "$1")
                .replaceAll("^access\\$\\d+$", "access")
                .replace("$suspendImpl", "");
    }

    /** Code no person wrote. */
    static boolean isGenerated(String type) {
        return type.contains("$Proxy")
                || type.contains("$$Lambda")
                || type.contains("LambdaForm$")
                || type.contains("GeneratedMethodAccessor")
                || type.contains("GeneratedConstructorAccessor")
                || type.contains("CGLIB$$")
                || type.contains("$$FastClass");
    }

    /** The name of a frame: qualified as the language writes it, else after its file. {@code shares:total} */
    static String of(String language, String call, String file) {
        return switch (language) {
            case "dotnet" -> dotnet(call);
            case "rust" -> call.replaceAll("::h[0-9a-f]{16}$", "").strip();
            case "ruby" -> inFile(file, call.replaceAll("^(?:(?:block|rescue|ensure)(?: \\([^)]*\\))? in )+", ""));
            case "node" -> inFile(file, call.isEmpty() ? "<anonymous>" : call.replaceAll("^(?:async |new )", ""));
            default -> call;
        };
    }

    private static String inFile(String file, String call) {
        String path = file.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? call : name.replaceFirst("\\.\\w{1,4}$", "") + ":" + call;
    }

    /** {@code A.B.<Run>d__5.MoveNext} is {@code A.B#Run}. */
    private static String dotnet(String call) {
        Matcher generated = DOTNET_GENERATED.matcher(call);
        String plain = generated
                .replaceAll("${name}")
                .replaceAll("<>c(?:__DisplayClass\\w+)?\\.", "")
                .replaceAll("`\\d+", "")
                .replaceAll("\\[[^\\]]*\\]$", "")
                .replace("..ctor", ".new");
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? plain : plain.substring(0, dot) + "#" + plain.substring(dot + 1);
    }
}
