package ringdown.notice;

/** Something outside its owner's room may want to know; posted after it is committed. Carries ids, never the thing itself. */
public sealed interface Notice {
    /**
     * A call was opened, moved on or ended.
     *
     * @param cameIn it came in and is over: what judges such calls need not ask the disk for the others
     */
    record CallChanged(String callId, boolean cameIn) implements Notice {
        /** Any other change. */
        public CallChanged(String callId) {
            this(callId, false);
        }
    }

    /** A line or trunk changed its state; {@code via} as in the office file, "fxo:1" or a trunk's name. */
    record LineChanged(String via) implements Notice {}

    /** A person's state or telephones changed. */
    record PersonChanged(String extension) implements Notice {}

    /** A telephone of the person registered anew: switched on, restarted or moved; it knows nothing of what waits for it. */
    record PhoneRegistered(String extension) implements Notice {}

    /** A promise was opened, kept, closed, postponed or became overdue. */
    record PromiseChanged(String promiseId) implements Notice {}

    /** A message was left, heard or deleted. */
    record MessageChanged(String messageId) implements Notice {}

    /** The office file was replaced. */
    record OfficeChanged() implements Notice {}

    /** An override was set, ended, or lasts too long. */
    record OverrideChanged(String name) implements Notice {}

    /** An alarm was raised or healed. */
    record AlarmChanged(Alarm alarm) implements Notice {}
}
