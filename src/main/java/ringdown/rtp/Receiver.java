package ringdown.rtp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Takes what comes in at one port: checks it, counts it, hands it on. Selector's thread only, where not said otherwise. */
final class Receiver {
    private static final int COMFORT_NOISE = 13; // RFC 3389; silence is as good

    private final Tally tally;
    private final FarEnd farEnd;
    private final PacketRing packets;
    private final RtpPacket packet = new RtpPacket();
    private final Arrivals arrivals;
    private final DigitReceiver digits = new DigitReceiver();

    private volatile DigitListener listener = _ -> {};
    private volatile long lastPacketNanos;
    private @Nullable RtpAgreement agreement;
    private @Nullable Station target;
    private Relay what = Relay.DIGITS;

    Receiver(Tally tally, FarEnd farEnd, PacketRing packets, long nanos) {
        this.tally = tally;
        this.farEnd = farEnd;
        this.packets = packets;
        this.arrivals = new Arrivals(tally);
        this.lastPacketNanos = nanos;
    }

    void agree(RtpAgreement changed, long nanos) {
        if (agreement == null) {
            lastPacketNanos = nanos;
        }
        agreement = changed;
    }

    /** Any thread. */
    void onDigit(DigitListener told) {
        listener = told;
    }

    /** Any thread. */
    long lastPacketNanos() {
        return lastPacketNanos;
    }

    void relayTo(Station other, Relay kind) {
        target = other;
        what = kind;
    }

    void relayNowhere() {
        target = null;
    }

    @Nullable
    Station relayTarget() {
        return target;
    }

    /** One datagram; SRTP will be opened here. */
    void take(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        RtpAgreement now = agreement;
        if (!packet.lay(datagram)) {
            tally.malformed.increment();
        } else if (now == null) {
            tally.strangers.increment();
        } else if (!agreed(now, packet.payloadType())) {
            tally.unknownType.increment();
        } else if (!farEnd.sent(packet, from, nanos)) {
            tally.strangers.increment();
        } else {
            lastPacketNanos = nanos;
            if (arrivals.isNew(packet)) {
                sort(now, nanos);
            }
        }
    }

    private static boolean agreed(RtpAgreement now, int type) {
        return Codec.of(type) != null || type == COMFORT_NOISE || type == now.eventsReceived();
    }

    private void sort(RtpAgreement now, long nanos) {
        Codec codec = Codec.of(packet.payloadType());
        if (codec != null && packet.payloadLength() > 0) {
            arrivals.timed(packet, nanos);
            if (now.direction().receives()) {
                sound(codec, nanos);
            }
        } else if (packet.payloadType() == now.eventsReceived()) {
            event(nanos);
        }
    }

    private void sound(Codec codec, long nanos) {
        boolean passed = target != null && what.packets();
        if (target != null && passed) {
            target.pass(packet, codec, nanos);
        }
        if (!passed || what.heard()) {
            packets.put(packet, codec.law());
        }
    }

    private void event(long nanos) {
        char pressed = digits.read(packet, nanos);
        if (target != null && what.packets()) {
            target.pass(packet, null, nanos);
        } else if (target != null && pressed != DigitReceiver.NONE) {
            target.press(pressed);
        }
        if (pressed != DigitReceiver.NONE) {
            tell(pressed);
        }
    }

    private void tell(char pressed) {
        try {
            listener.pressed(pressed);
        } catch (RuntimeException e) {
            Logger.error(e, "a key could not be passed on");
        }
    }
}
