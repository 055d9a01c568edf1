package ringdown.media;

import ringdown.rtp.RtpPort;

/** The voice of a leg that is one RTP port. */
public final class RtpVoice implements Voice {
    private final RtpPort port;
    private final AudioSource source;
    private final AudioSink sink;

    public RtpVoice(RtpPort port) {
        this.port = port;
        this.source = port::read;
        this.sink = port::write;
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
    public RtpPort rtp() {
        return port;
    }

    @Override
    public boolean takesKeys() {
        return port.takesKeys();
    }

    @Override
    public String toString() {
        return port.toString();
    }
}
