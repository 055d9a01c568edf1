package ringdown.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneGenerator;

/** The tones of one exchange: the country's, or others where they were wished. Guarded by its owner's lock. */
final class ExchangeTones {
    /** Tones by name, in the words of the API. */
    enum Name {
        DIAL,
        STUTTER,
        BUSY,
        CONGESTION,
        RINGBACK,
        CALLWAITING
    }

    private static final double DBM0 = -12;

    private final Map<Name, CadencedTone> tones = new LinkedHashMap<>();
    private @Nullable Name sounding;
    private @Nullable ToneGenerator generator;

    ExchangeTones(CountryTones country) {
        tones.put(Name.DIAL, country.dial());
        tones.put(Name.STUTTER, country.stutterDial());
        tones.put(Name.CALLWAITING, country.callWaiting());
        tones.put(Name.BUSY, country.busy());
        tones.put(Name.CONGESTION, country.congestion());
        tones.put(Name.RINGBACK, country.ringback());
    }

    /** Takes all wishes or none. */
    void change(Map<String, String> wishes) throws SimulatorFault {
        Map<Name, CadencedTone> parsed = new LinkedHashMap<>();
        for (Map.Entry<String, String> wish : wishes.entrySet()) {
            parsed.put(name(wish.getKey()), tone(wish.getValue()));
        }
        tones.putAll(parsed);
        stop();
    }

    private static Name name(String word) throws SimulatorFault {
        for (Name name : Name.values()) {
            if (name.name().equalsIgnoreCase(word)) {
                return name;
            }
        }
        throw SimulatorFault.bad("tones are dial, stutter, busy, congestion, ringback and callWaiting, not " + word);
    }

    private static CadencedTone tone(String notation) throws SimulatorFault {
        try {
            return CadencedTone.parse(notation);
        } catch (IllegalArgumentException wrong) {
            throw SimulatorFault.bad(String.valueOf(wrong.getMessage()));
        }
    }

    /** Fills the frame with the tone, from its beginning if another one or none sounded before. */
    void sound(Name name, short[] frame) {
        CadencedTone tone = tones.get(name);
        ToneGenerator now = generator;
        if (now == null || name != sounding) {
            now = tone == null ? null : ToneGenerator.endless(tone, DBM0);
            generator = now;
            sounding = name;
        }
        if (now != null) {
            now.read(frame, 0, Frame.SAMPLES);
        }
    }

    /** The next tone begins at its beginning. */
    void stop() {
        sounding = null;
        generator = null;
    }
}
