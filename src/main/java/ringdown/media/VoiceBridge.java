package ringdown.media;

import java.util.List;
import ringdown.audio.Frame;
import ringdown.rtp.Relay;
import ringdown.rtp.RtpPort;

/** Two voices that hear each other, forwarded or decoded, and those who listen in. */
final class VoiceBridge extends Strand implements CrossConnect.Bridging {
    private final Voice a;
    private final Voice b;
    private final short[] fromA = Frame.silence();
    private final short[] fromB = Frame.silence();
    private List<CrossConnect.Tap> taps = List.of();
    private boolean heard;
    private Path path = new Path.Decoded();

    VoiceBridge(SwitchingMatrix matrix, Voice a, Voice b) {
        super(matrix, List.of(a, b));
        this.a = a;
        this.b = b;
    }

    @Override
    void joined() {
        a.faces(b);
        b.faces(a);
    }

    /** Chooses the way and takes it. */
    void choose() {
        quietly(() -> {
            path = Path.of(a, b);
            heard = !taps.isEmpty() || overheard();
            relay(
                    switch (path) {
                        case Path.Forwarded _ -> heard ? Relay.PACKETS_HEARD : Relay.PACKETS;
                        case Path.Decoded _ -> Relay.DIGITS;
                    });
        });
    }

    private void relay(Relay what) {
        RtpPort first = a.rtp();
        RtpPort second = b.rtp();
        if (first != null && second != null && first != second && first.sharesSelectorWith(second)) {
            first.relayTo(second, what, this);
            second.relayTo(first, what, this);
        }
    }

    @Override
    public void taps(List<CrossConnect.Tap> changed) {
        quietly(() -> {
            taps = List.copyOf(changed);
            choose();
        });
    }

    @Override
    void earsChanged() {
        choose();
    }

    @Override
    public void voiceChanged() {
        choose();
    }

    @Override
    void move() {
        boolean forwarded = path instanceof Path.Forwarded;
        if (forwarded && !heard) {
            return;
        }
        a.source().read(fromA);
        b.source().read(fromB);
        overheard(a, fromA);
        overheard(b, fromB);
        if (!forwarded && live()) {
            b.sink().write(fromA);
            a.sink().write(fromB);
        }
        List<CrossConnect.Tap> listening = taps;
        for (int i = 0; live() && i < listening.size(); i++) {
            listening.get(i).a().write(fromA);
            listening.get(i).b().write(fromB);
        }
    }

    @Override
    void leave() {
        RtpPort first = a.rtp();
        RtpPort second = b.rtp();
        if (first != null && second != null) {
            first.endRelay(this);
            second.endRelay(this);
        }
    }

    @Override
    public String toString() {
        String way = path instanceof Path.Forwarded ? " == " : " <-> ";
        return a + way + b + (heard ? ", heard by " + taps : "");
    }
}
