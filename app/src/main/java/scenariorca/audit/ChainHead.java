package scenariorca.audit;

/**
 * The entry a chain ends with.
 *
 * @param entryNo its place, from 1
 * @param entryHash SHA-256 in hexadecimal digits
 */
public record ChainHead(long entryNo, String entryHash) {}
