package scenariorca.alerts;

/**
 * What a channel knows of a subject.
 *
 * @param subject a problem, late loads, or logs that are behind. Example: problem/5d41402abc4b
 * @param turnNo how often it has begun for this channel
 * @param episodeNo the problem's episode that was told last; 0 for loads and logs
 * @param toldRunCount runs struck when it was told last
 * @param isOpen whether it lasts, as far as the channel knows
 * @param isSilent whether nothing was said of it
 */
record AlertThread(String subject, int turnNo, int episodeNo, long toldRunCount, boolean isOpen, boolean isSilent) {
    AlertThread closed() {
        return new AlertThread(subject, turnNo, episodeNo, toldRunCount, false, isSilent);
    }
}
