package scenariorca.cloudwatch;

/** What a stub does instead of answering. */
sealed interface Fault {
    /** An error of AWS. */
    record Refused(int status, String type) implements Fault {}

    /** The connection is closed without an answer. */
    record Dropped() implements Fault {}

    /** The connection is closed within the answer. */
    record CutShort() implements Fault {}

    /** The call is answered. */
    record None() implements Fault {}

    Fault THROTTLED = new Refused(400, "ThrottlingException");
    Fault BROKEN = new Refused(500, "InternalFailure");
    Fault UNAVAILABLE = new Refused(503, "ServiceUnavailableException");
    Fault DROPPED = new Dropped();
    Fault CUT_SHORT = new CutShort();
    Fault NONE = new None();
}
