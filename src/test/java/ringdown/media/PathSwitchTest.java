package ringdown.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import ringdown.clock.BoxClock;
import ringdown.rtp.Codec;
import ringdown.rtp.FarPhone;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

@Isolated("packets are sent and played in real time: nothing else may run beside it")
class PathSwitchTest {
    private final BoxClock clock = new BoxClock(() -> true);
    private final ScheduledExecutorService talking = Executors.newSingleThreadScheduledExecutor();
    private RtpPorts ports;
    private SwitchingMatrix matrix;
    private FarPhone alice;
    private FarPhone bob;
    private RtpVoice a;
    private RtpVoice b;

    @BeforeEach
    void open() throws IOException {
        ports = FreePorts.open(clock);
        matrix = new SwitchingMatrix(new MediaClock(new MonotonicTicks(clock)));
        RtpPort first = ports.open();
        RtpPort second = ports.open();
        alice = new FarPhone(first.local());
        bob = new FarPhone(second.local());
        first.agree(alice.agreement(Codec.PCMA));
        second.agree(bob.agreement(Codec.PCMA));
        a = new RtpVoice(first);
        b = new RtpVoice(second);
    }

    @AfterEach
    void close() {
        talking.shutdownNow();
        matrix.close();
        ports.close();
        alice.close();
        bob.close();
        clock.close();
    }

    private AtomicInteger talks(FarPhone phone, int sequence, int timestamp) {
        var sent = new AtomicInteger();
        byte[] payload = new byte[160];
        talking.scheduleAtFixedRate(
                () -> {
                    int n = sent.getAndIncrement();
                    Arrays.fill(payload, (byte) (n | 0x80));
                    phone.sends(8, sequence + n, timestamp + 160 * n, payload);
                },
                0,
                20,
                TimeUnit.MILLISECONDS);
        return sent;
    }

    @Test
    void theFarEndSeesOneStreamWhateverWayTheSoundTakes() {
        talks(alice, 65_500, 0x7FFF_FF00);
        var silent = matrix.attach(b, AudioSource.SILENCE, AudioSink.NOWHERE);
        bob.hears(heard -> heard.size() > 10);
        var bridge = matrix.bridge(a, b);
        silent.close();
        int before = bob.heard().size();
        bob.hears(heard -> heard.size() > before + 20);
        bridge.taps(List.of(new CrossConnect.Tap(AudioSink.NOWHERE, AudioSink.NOWHERE)));
        int tapped = bob.heard().size();
        bob.hears(heard -> heard.size() > tapped + 20);
        bridge.taps(List.of());
        int untapped = bob.heard().size();
        bob.hears(heard -> heard.size() > untapped + 20);
        bridge.close();
        int alone = bob.heard().size();
        var heard = bob.hears(now -> now.size() > alone + 20);
        for (int i = 1; i < heard.size(); i++) {
            var last = heard.get(i - 1);
            var next = heard.get(i);
            assertThat(next.ssrc()).isEqualTo(last.ssrc());
            assertThat((next.sequence() - last.sequence()) & 0xFFFF)
                    .as("packet " + i)
                    .isEqualTo(1);
            assertThat(next.timestamp() - last.timestamp()).as("packet " + i).isEqualTo(160);
        }
    }

    /** The silence before a talk must not go on into it: a packet that comes late is late, and nothing is put before it. */
    @Test
    void noSilenceIsCutIntoATalkWhosePacketsComeUnevenly() {
        bob.hears(heard -> heard.size() > 5); // the port's own silence, since nothing is attached yet
        matrix.bridge(a, b);
        byte[] payload = new byte[160];
        var sent = new AtomicInteger();
        talking.scheduleAtFixedRate(
                () -> {
                    int n = sent.getAndIncrement();
                    Arrays.fill(payload, (byte) (n | 0x80));
                    alice.sends(8, 100 + n, 160 * n, payload);
                },
                0,
                90,
                TimeUnit.MILLISECONDS);
        var heard = bob.hears(now -> now.stream().anyMatch(packet -> packet.payload()[0] == (byte) (12 | 0x80)));
        var talk = heard.stream()
                .map(packet -> packet.payload()[0] & 0xFF)
                .dropWhile(octet -> octet != 0x80)
                .limit(13)
                .toList();
        assertThat(talk).containsExactly(128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140);
    }

    @Test
    void aTalkThatIsListenedToAndOneBetweenTwoLawsAreForwardedStill() {
        a.rtp().agree(alice.agreement(Codec.PCMU));
        var listened = new AtomicInteger();
        AudioSink ear =
                frame -> listened.addAndGet(Arrays.stream(toInts(frame)).anyMatch(s -> Math.abs(s) > 100) ? 1 : 0);
        matrix.bridge(a, b).taps(List.of(new CrossConnect.Tap(ear, AudioSink.NOWHERE)));
        byte[] odd = new byte[120]; // decoded sound leaves in packets of 160
        Arrays.fill(odd, (byte) 0x90);
        var sent = new AtomicInteger();
        talking.scheduleAtFixedRate(
                () -> {
                    int n = sent.getAndIncrement();
                    alice.sends(0, 100 + n, 120 * n, odd);
                },
                0,
                15,
                TimeUnit.MILLISECONDS);
        var heard = bob.hears(now ->
                now.stream().filter(p -> p.payload().length == 120).count() > 10);
        var one = heard.stream()
                .filter(p -> p.payload().length == 120)
                .findFirst()
                .orElseThrow();
        assertThat(one.payload()).containsOnly(ringdown.audio.Companding.MU_LAW.transcode((byte) 0x90));
        bob.hears(now -> listened.get() > 5);
    }

    private static int[] toInts(short[] frame) {
        int[] wide = new int[frame.length];
        for (int i = 0; i < frame.length; i++) {
            wide[i] = frame[i];
        }
        return wide;
    }
}
