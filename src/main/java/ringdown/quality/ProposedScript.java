package ringdown.quality;

/**
 * A script for a class that has none yet.
 *
 * @param team took most of the class's talks
 * @param calls talks it was learnt from
 * @param diff of the office file
 */
public record ProposedScript(String callerClass, String team, int calls, FileDiff diff) {}
