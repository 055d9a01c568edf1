package ringdown.ledger;

/** Which way a call goes, seen from the office. */
public enum Direction {
    /** From outside. */
    IN,
    /** To outside. */
    OUT,
    /** Between telephones of the office. */
    INTERNAL
}
