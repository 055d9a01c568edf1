package ringdown.board.simulated;

import ringdown.audio.Companding;
import ringdown.audio.Frame;

/** One direction of a PCM slot: what passes is coded to 8 bits and back, as on a real highway. Belongs to the board's thread. */
final class Slot {
    private final Companding law;
    private final byte[] octets = new byte[Frame.SAMPLES];

    Slot(Companding law) {
        this.law = law;
        silence();
    }

    void put(short[] frame) {
        law.encode(frame, 0, octets, 0, Frame.SAMPLES);
    }

    void take(short[] frame) {
        law.decode(octets, 0, frame, 0, Frame.SAMPLES);
    }

    void silence() {
        java.util.Arrays.fill(octets, law.silence());
    }
}
