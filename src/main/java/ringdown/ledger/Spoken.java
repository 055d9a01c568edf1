package ringdown.ledger;

import java.time.Instant;

/** Who of the office talked longest in the last talk with somebody, and when that talk ended. */
public record Spoken(String extension, Instant at) {}
