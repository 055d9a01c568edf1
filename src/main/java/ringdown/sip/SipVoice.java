package ringdown.sip;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Voice;
import ringdown.rtp.Codec;
import ringdown.rtp.DigitListener;
import ringdown.rtp.Direction;
import ringdown.rtp.PortsExhausted;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

/** The sound of one SIP leg: its RTP port, or silence if none was left. Safe from any thread. */
final class SipVoice implements Voice {
    private final @Nullable RtpPort port;
    private final AudioSource source;
    private final AudioSink sink;

    private SipVoice(@Nullable RtpPort port) {
        this.port = port;
        this.source = port == null ? AudioSource.SILENCE : port::read;
        this.sink = port == null ? AudioSink.NOWHERE : port::write;
    }

    static SipVoice open(RtpPorts ports) {
        try {
            return new SipVoice(ports.open());
        } catch (PortsExhausted none) {
            Logger.error("no RTP port left: {}", none.getMessage());
            return new SipVoice(null);
        }
    }

    boolean usable() {
        return port != null;
    }

    int localPort() {
        return port == null ? 0 : port.local().getPort();
    }

    void onDigit(DigitListener listener) {
        if (port != null) {
            port.onDigit(listener);
        }
    }

    void agree(Agreed agreed) {
        if (port != null) {
            InetSocketAddress remote = agreed.remote();
            Codec codec = Codec.valueOf(agreed.law().name());
            Direction direction = Direction.valueOf(agreed.ours().name());
            port.agree(new RtpAgreement(remote, codec, agreed.events(), agreed.events(), agreed.ptime(), direction));
        }
    }

    /** False if the far end takes no telephone events. */
    boolean sendDigit(char digit) {
        return port != null && port.sendDigit(digit);
    }

    /** When the far end was last heard, on the clock's monotonic time. */
    long lastHeardNanos() {
        return port == null ? 0 : port.lastPacketNanos();
    }

    void close() {
        if (port != null) {
            port.close();
        }
    }

    @Override
    public AudioSource source() {
        return source;
    }

    @Override
    public AudioSink sink() {
        return sink;
    }

    @Override
    public void faces(@Nullable Voice other) {
        if (port != null) {
            port.machine(other != null && other.machine());
        }
    }

    @Override
    public @Nullable RtpPort rtp() {
        return port;
    }

    @Override
    public boolean takesKeys() {
        return port != null && port.takesKeys();
    }
}
