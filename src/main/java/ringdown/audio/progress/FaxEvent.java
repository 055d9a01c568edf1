package ringdown.audio.progress;

/** What a fax machine or modem says. */
public enum FaxEvent {
    /** A calling fax: 1100 Hz for half a second (ITU-T T.30 §4.2). */
    CALLING,
    /** An answering fax or modem: 2100 Hz (ITU-T T.30 CED, V.25 ANS): no NLP, fixed jitter buffer. */
    ANSWERING,
    /** 2100 Hz whose phase turns every 450 ms (V.25, V.8): the echo canceller goes off too (ITU-T G.168 §7). */
    PHASE_REVERSED
}
