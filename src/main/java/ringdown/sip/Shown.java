package ringdown.sip;

/** What a telephone that has subscribed is told. */
public sealed interface Shown permits LampState, WaitingMail {}
