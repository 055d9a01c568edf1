package ringdown.sip;

/**
 * What the message lamp of a person shows.
 *
 * @param lit a message waits, or a call back is due
 * @param messages that nobody has heard
 */
public record WaitingMail(boolean lit, int messages) implements Shown {}
