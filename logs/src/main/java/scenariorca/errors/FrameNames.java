package scenariorca.errors;

/** Names of classes and methods without what changes from build to build. */
final class FrameNames {
    private FrameNames() {}

    /** {@code a.B$$SpringCGLIB$$0} is {@code a.B}; {@code a.B$1} is {@code a.B$#}. */
    static String normal(String type) {
        return type.replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda")
                .replaceAll("\\$\\$(?:EnhancerBy\\w+|SpringCGLIB|FastClassBy\\w+|CGLIB|_javassist_\\d+)\\$*\\w*", "")
                .replaceAll("\\$Proxy\\d+", "\\$Proxy")
                .replaceAll("\\$ByteBuddy\\$\\w+", "")
                .replaceAll("(Generated\\w*Accessor)\\d+", "$1")
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
                || type.contains("CGLIB$$")
                || type.contains("$$FastClass");
    }
}
