package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.RingRequest;

/** The bell of one telephone: rings in the cadence of whoever calls, and tells who they are. Belongs to the board's thread. */
final class Bell {
    private final FxsCard card;
    private final LineSite site;
    private final RingPower.Turn power;
    private @Nullable Ringer ringer;

    Bell(FxsCard card, LineSite site, RingPower power) {
        this.card = card;
        this.site = site;
        this.power = power.turn();
    }

    /** From the next frame on. */
    void ring(RingRequest request, PhoneSetup setup) {
        ringer = new Ringer(
                card,
                BellCadence.of(request.bell(), setup.tones().ringCadence()),
                CallerDisplay.signal(request.caller(), setup, site.clock().now()),
                power);
    }

    /** For somebody who waits on hold: nothing new is to be shown. */
    void recall(PhoneSetup setup) {
        ringer = new Ringer(card, setup.tones().ringCadence(), null, power);
    }

    void stop() {
        if (ringer != null) {
            ringer.stop();
            ringer = null;
        }
    }

    /** Sets the feed; fills the frame while it says who calls; false for silence. */
    boolean sending(short[] frame) {
        return ringer != null && ringer.sending(frame);
    }
}
