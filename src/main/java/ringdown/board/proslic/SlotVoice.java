package ringdown.board.proslic;

import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.tdm.TdmLink;

/** A port's slot on the highway as linear sound. Belongs to the thread of the sound. */
final class SlotVoice {
    private final TdmLink link;
    private final int slot;
    private final Companding law;
    private final byte[] octets = new byte[Frame.SAMPLES];

    SlotVoice(TdmLink link, PortSetup setup) {
        this.link = link;
        slot = setup.slot();
        law = setup.law();
    }

    void receive(short[] frame) {
        link.receive(slot, octets);
        law.decode(octets, 0, frame, 0, Frame.SAMPLES);
    }

    /** What stood in the slot outward while the frame received last came in. */
    void sent(short[] frame) {
        link.sent(slot, octets);
        law.decode(octets, 0, frame, 0, Frame.SAMPLES);
    }

    void send(short[] frame) {
        law.encode(frame, 0, octets, 0, Frame.SAMPLES);
        link.send(slot, octets);
    }

    int slot() {
        return slot;
    }
}
