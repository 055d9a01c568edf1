package ringdown.simulator;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.CallerIdScheme;
import ringdown.audio.callerid.CountryCallerId;

/** How the exchange tells who is calling, in the words of the API. */
public enum RingScheme {
    COUNTRY("country", null),
    BELLCORE("bellcore", CallerIdScheme.BELLCORE),
    ETSI("etsi", CallerIdScheme.ETSI),
    ETSI_BEFORE_RING("etsi-before-ring", CallerIdScheme.ETSI_BEFORE_RING),
    ETSI_RING_PULSE("etsi-ring-pulse", CallerIdScheme.ETSI_RING_PULSE),
    ETSI_REVERSAL("etsi-reversal", CallerIdScheme.ETSI_REVERSAL),
    BT("bt", CallerIdScheme.BT),
    DTMF("dtmf", CallerIdScheme.DTMF),
    NTT("ntt", CallerIdScheme.NTT),
    AON("aon", CallerIdScheme.AON),
    NONE("none", null),
    WAV("wav", null);

    private final String word;
    private final @Nullable CallerIdScheme scheme;

    RingScheme(String word, @Nullable CallerIdScheme scheme) {
        this.word = word;
        this.scheme = scheme;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    /** The scheme with that word; empty for any other text. */
    public static Optional<RingScheme> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** The scheme on the wire; null where none is sent or the sound is given. */
    @Nullable
    CallerIdScheme onTheWire(String country) {
        return this == COUNTRY ? CountryCallerId.scheme(country) : scheme;
    }
}
