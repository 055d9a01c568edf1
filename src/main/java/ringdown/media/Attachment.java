package ringdown.media;

import java.util.List;
import ringdown.audio.Frame;

/** A voice that hears a source and speaks to a sink. */
final class Attachment extends Strand {
    private final Voice voice;
    private final AudioSource toFarEnd;
    private final AudioSink fromFarEnd;
    private final short[] frame = Frame.silence();

    Attachment(SwitchingMatrix matrix, Voice voice, AudioSource toFarEnd, AudioSink fromFarEnd) {
        super(matrix, List.of(voice));
        this.voice = voice;
        this.toFarEnd = toFarEnd;
        this.fromFarEnd = fromFarEnd;
    }

    @Override
    void move() {
        voice.source().read(frame);
        overheard(voice, frame);
        if (live()) {
            fromFarEnd.write(frame);
        }
        if (live()) {
            toFarEnd.read(frame);
        }
        if (live()) {
            voice.sink().write(frame);
        }
    }

    @Override
    void leave() {}

    @Override
    public String toString() {
        return toFarEnd + " -> " + voice + " -> " + fromFarEnd;
    }
}
