package scenariorca.web;

/**
 * Where browsers find the pages.
 *
 * @param address without a slash at the end; empty when nobody has said. Example: https://rca.example.com
 */
public record Home(String address) {}
