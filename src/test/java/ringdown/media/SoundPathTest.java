package ringdown.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import ringdown.audio.Companding;
import ringdown.clock.BoxClock;
import ringdown.rtp.Codec;
import ringdown.rtp.FarPhone;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

@Isolated("packets are sent and played in real time: nothing else may run beside it")
class SoundPathTest {
    private final BoxClock clock = new BoxClock(() -> true);
    private final ScheduledExecutorService talking = Executors.newSingleThreadScheduledExecutor();
    private RtpPorts ports;
    private SwitchingMatrix matrix;
    private final List<FarPhone> phones = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        ports = FreePorts.open(clock);
        matrix = new SwitchingMatrix(new MediaClock(new MonotonicTicks(clock)));
    }

    @AfterEach
    void close() {
        talking.shutdownNow();
        matrix.close();
        ports.close();
        phones.forEach(FarPhone::close);
        clock.close();
    }

    private record End(FarPhone phone, RtpVoice voice) {}

    private End end(Codec codec) throws IOException {
        RtpPort port = ports.open();
        var phone = new FarPhone(port.local());
        phones.add(phone);
        port.agree(phone.agreement(codec));
        return new End(phone, new RtpVoice(port));
    }

    /** Sounds like speech to a correlator: noise that rises and falls. */
    private static short[] sound(int samples) {
        var random = new Random(7);
        short[] sound = new short[samples];
        double smooth = 0;
        for (int i = 0; i < samples; i++) {
            smooth = 0.7 * smooth + random.nextGaussian() * 2500 * (1 + Math.sin(i / 900.0));
            sound[i] = (short) Math.clamp((long) smooth, -30_000, 30_000);
        }
        return sound;
    }

    private static byte[] encoded(Codec codec, short[] sound) {
        byte[] octets = new byte[sound.length];
        law(codec).encode(sound, 0, octets, 0, sound.length);
        return octets;
    }

    private static Companding law(Codec codec) {
        return codec == Codec.PCMA ? Companding.A_LAW : Companding.MU_LAW;
    }

    /** Sends the octets in packets of so many samples, in time; calls the loser for each packet. */
    private void talks(FarPhone phone, Codec codec, byte[] octets, int length, java.util.function.IntPredicate lost) {
        int[] n = {0};
        talking.scheduleAtFixedRate(
                () -> {
                    int at = n[0] * length;
                    if (at + length <= octets.length && !lost.test(n[0])) {
                        byte[] payload = java.util.Arrays.copyOfRange(octets, at, at + length);
                        phone.sends(codec.payloadType(), 60_000 + n[0], 0xFFFF_F000 + at, payload);
                    }
                    n[0]++;
                },
                0,
                length * 125L,
                TimeUnit.MICROSECONDS);
    }

    private static short[] decoded(Codec codec, List<FarPhone.Heard> heard) {
        int length = heard.stream().mapToInt(packet -> packet.payload().length).sum();
        short[] out = new short[length];
        int at = 0;
        for (FarPhone.Heard packet : heard) {
            law(codec).decode(packet.payload(), 0, out, at, packet.payload().length);
            at += packet.payload().length;
        }
        return out;
    }

    /** The best normalized correlation over all shifts. */
    private static double correlation(short[] played, short[] heard) {
        double best = 0;
        for (int shift = 0; shift + played.length <= heard.length; shift++) {
            double cross = 0;
            double own = 1;
            double other = 1;
            for (int i = 0; i < played.length; i++) {
                cross += (double) played[i] * heard[shift + i];
                own += (double) played[i] * played[i];
                other += (double) heard[shift + i] * heard[shift + i];
            }
            best = Math.max(best, cross / Math.sqrt(own * other));
        }
        return best;
    }

    @Test
    void whatIsPlayedIsHeardAndTheEndIsToldOnce() throws IOException {
        End alice = end(Codec.PCMU);
        short[] sound = sound(8000 + 37);
        var ended = new java.util.concurrent.atomic.AtomicInteger();
        matrix.attach(alice.voice(), new SoundSource(sound, ended::incrementAndGet), AudioSink.NOWHERE);
        alice.phone().hears(heard -> heard.size() > 80 && ended.get() > 0);
        assertThat(correlation(sound, decoded(Codec.PCMU, alice.phone().heard())))
                .isGreaterThan(0.99);
        assertThat(ended).hasValue(1);
    }

    @Test
    void aLawBecomesMuLawBitForBitThroughTheDecodedPath() throws IOException {
        End alice = end(Codec.PCMA);
        End bob = end(Codec.PCMU);
        matrix.bridge(alice.voice(), bob.voice());
        byte[] octets = encoded(Codec.PCMA, sound(8000));
        talks(alice.phone(), Codec.PCMA, octets, 160, _ -> false);
        bob.phone().hears(heard -> heard.size() > 75);
        byte[] expected = new byte[octets.length];
        Companding.A_LAW.transcode(octets, 0, expected, 0, octets.length);
        byte[] heard = new byte[bob.phone().heard().size() * 160];
        int at = 0;
        for (FarPhone.Heard packet : bob.phone().heard()) {
            assertThat(packet.type()).isZero();
            System.arraycopy(packet.payload(), 0, heard, at, 160);
            at += 160;
        }
        assertThat(new String(heard, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(new String(expected, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void packetsOfThirtyMillisecondsAreHeardAsWell() throws IOException {
        End alice = end(Codec.PCMA);
        var ring = new RingSink("recording", 10);
        matrix.attach(alice.voice(), AudioSource.SILENCE, ring);
        short[] sound = sound(7200);
        talks(alice.phone(), Codec.PCMA, encoded(Codec.PCMA, sound), 240, _ -> false);
        assertThat(correlation(sound, taken(ring, 16_000))).isGreaterThan(0.99);
        assertThat(ring.overruns()).isZero();
    }

    private static short[] taken(RingSink ring, int samples) {
        short[] all = new short[samples];
        short[] some = new short[80];
        int[] at = {0};
        FarPhone.await(
                () -> {
                    while (at[0] < samples && ring.take(some) > 0) {
                        System.arraycopy(some, 0, all, at[0], 80);
                        at[0] += 80;
                    }
                    return at[0] >= samples;
                },
                () -> "recorded " + at[0] + " samples");
        return all;
    }

    @Test
    void aLostPacketIsCoveredAndTheRestStaysInItsPlace() throws IOException {
        End alice = end(Codec.PCMA);
        var ring = new RingSink("recording", 10);
        matrix.attach(alice.voice(), AudioSource.SILENCE, ring);
        short[] sound = sound(8000);
        talks(alice.phone(), Codec.PCMA, encoded(Codec.PCMA, sound), 160, n -> n == 10 || n == 30);
        assertThat(correlation(sound, taken(ring, 16_000))).isGreaterThan(0.95);
        var seen = alice.voice().rtp().statistics();
        assertThat(seen.lost()).isEqualTo(2);
        assertThat(seen.concealed()).isGreaterThanOrEqualTo(4);
        assertThat(seen.late()).isZero();
    }

    @Test
    void pairsInTheWrongOrderAreHeardInTheRightOne() throws IOException {
        End alice = end(Codec.PCMA);
        var ring = new RingSink("recording", 10);
        matrix.attach(alice.voice(), AudioSource.SILENCE, ring);
        short[] sound = sound(8000);
        byte[] octets = encoded(Codec.PCMA, sound);
        int[] n = {0};
        talking.scheduleAtFixedRate(
                () -> {
                    for (int packet = n[0] + 1; packet >= n[0] && n[0] < 50; packet--) {
                        byte[] payload = java.util.Arrays.copyOfRange(octets, packet * 160, packet * 160 + 160);
                        alice.phone().sends(8, packet, packet * 160, payload);
                        alice.phone().sends(8, packet, packet * 160, payload);
                    }
                    n[0] += 2;
                },
                0,
                40,
                TimeUnit.MILLISECONDS);
        assertThat(correlation(sound, taken(ring, 16_000))).isGreaterThan(0.98);
        assertThat(alice.voice().rtp().statistics().duplicates()).isEqualTo(50);
        assertThat(alice.voice().rtp().statistics().lost()).isZero();
    }

    @Test
    void nothingPassesOnceAConnectionIsClosedEvenFromWithin() throws IOException {
        End alice = end(Codec.PCMA);
        var closed = new AtomicBoolean();
        var after = new AtomicBoolean();
        var within = new java.util.concurrent.atomic.AtomicReference<Connection>(() -> {});
        AudioSource source = frame -> {
            after.compareAndSet(false, closed.get());
            Connection own = within.get();
            if (own instanceof Attachment) {
                own.close();
                closed.set(true);
            }
        };
        within.set(matrix.attach(alice.voice(), source, AudioSink.NOWHERE));
        FarPhone.await(closed::get, () -> "not closed");
        closed.set(false);
        within.set(() -> {});
        var second = matrix.attach(alice.voice(), source, _ -> after.compareAndSet(false, closed.get()));
        int before = alice.phone().heard().size();
        alice.phone().hears(heard -> heard.size() > before + 5);
        second.close();
        second.close();
        closed.set(true);
        alice.phone().hears(heard -> heard.size() > before + 20); // the far end goes on hearing silence
        assertThat(after).isFalse();
    }

    @Test
    void aVoiceConnectedAnewLeavesItsOlderConnectionAndABrokenSourceSilencesNobodyElse() throws IOException {
        End alice = end(Codec.PCMA);
        End bob = end(Codec.PCMA);
        matrix.attach(
                bob.voice(),
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                },
                AudioSink.NOWHERE);
        var bridge = matrix.bridge(alice.voice(), bob.voice());
        short[] sound = sound(4000);
        matrix.attach(alice.voice(), new SoundSource(sound, () -> {}), AudioSink.NOWHERE);
        assertThat(matrix.of(bob.voice())).isNull();
        bridge.close();
        alice.phone().hears(heard -> heard.size() > 50);
        assertThat(correlation(sound, decoded(Codec.PCMA, alice.phone().heard())))
                .isGreaterThan(0.99);
    }

    @Test
    void threeInARoomHearEachOther() throws IOException {
        var room = new Mixer();
        short[] sound = sound(4000);
        var ring = new RingSink("listener", 10);
        End alice = end(Codec.PCMA);
        End bob = end(Codec.PCMA);
        var seat = room.join("alice");
        var other = room.join("bob");
        matrix.attach(alice.voice(), seat, seat);
        matrix.attach(bob.voice(), other, new ForkSink(List.of(other, ring)));
        var music = room.join("music");
        var player = new SoundSource(sound, () -> {});
        short[] frame = new short[80];
        matrix.everyTick(() -> {
            player.read(frame);
            music.write(frame);
        });
        alice.phone().hears(heard -> heard.size() > 60);
        assertThat(correlation(sound, decoded(Codec.PCMA, alice.phone().heard())))
                .isGreaterThan(0.99);
        assertThat(room).hasToString("room[alice, bob, music]");
    }

    @Test
    void twoHundredCallsLeaveNoPortAndNoThreadBehind() throws IOException {
        long threads = Thread.getAllStackTraces().size();
        for (int i = 0; i < 200; i++) {
            var first = new RtpVoice(ports.open());
            var second = new RtpVoice(ports.open());
            first.rtp()
                    .agree(new ringdown.rtp.RtpAgreement(
                            second.rtp().local(), Codec.PCMA, 101, 101, 20, ringdown.rtp.Direction.SENDRECV));
            matrix.attach(first, AudioSource.SILENCE, AudioSink.NOWHERE);
            try (var bridge = matrix.bridge(first, second)) {
                assertThat(bridge.toString()).contains("rtp:");
            }
            first.rtp().close();
            second.rtp().close();
        }
        assertThat(ports.inUse()).isZero();
        assertThat(matrix.toString()).endsWith("[]");
        assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo((int) threads + 1);
    }
}
