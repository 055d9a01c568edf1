package ringdown.audio.callerid;

/** How an exchange tells who is calling. */
public enum CallerIdScheme {
    /** Bell 202 FSK between the first and the second ring (Telcordia GR-30-CORE). */
    BELLCORE,
    /** V.23 FSK between the first and the second ring (ETSI EN 300 659-1 §6.1.1). */
    ETSI,
    /** V.23 FSK before the first ring, announced by the dual tone alerting signal (ETSI EN 300 659-1 §6.1.2). */
    ETSI_BEFORE_RING,
    /** V.23 FSK before the first ring, announced by a ring of 200 to 300 ms (ETSI EN 300 659-1 §6.1.2 b). */
    ETSI_RING_PULSE,
    /** V.23 FSK before the first ring, announced by a line reversal and the alerting signal (ETSI EN 300 659-1 §6.1.2 c). */
    ETSI_REVERSAL,
    /** Line reversal, alerting tone, V.23 FSK with a short seizure, ring (British Telecom SIN 227). */
    BT,
    /** DTMF before the first ring or between rings (ETSI EN 300 659-1 Annex B, national variants). */
    DTMF,
    /** V.23 FSK with parity and CRC on a line that was lifted for it (NTT number display). */
    NTT,
    /** The multi-frequency packet of Soviet exchanges, which needs an answered line and a request. */
    AON
}
