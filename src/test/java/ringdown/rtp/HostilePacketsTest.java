package ringdown.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.clock.BoxClock;
import ringdown.clock.HandClock;

class HostilePacketsTest {
    private final BoxClock clock = new BoxClock(() -> true);
    private RtpPorts ports;
    private RtpPort port;
    private FarPhone phone;

    @BeforeEach
    void open() throws IOException {
        ports = FreePorts.open(clock);
        port = ports.open();
        phone = new FarPhone(port.local());
        port.agree(phone.agreement(Codec.PCMA));
    }

    @AfterEach
    void close() {
        ports.close();
        phone.close();
        clock.close();
    }

    private void received(long packets) {
        FarPhone.await(
                () -> port.statistics().received() == packets,
                () -> port.statistics().toString());
    }

    private static byte[] packet(int first, int type, int length) {
        byte[] packet = new byte[length];
        packet[0] = (byte) first;
        if (length > 1) {
            packet[1] = (byte) type;
        }
        return packet;
    }

    @Test
    void datagramsThatAreNoRtpAreCountedAndTheTalkGoesOn() {
        phone.sends(new byte[0]);
        phone.sends(packet(0x80, 8, 11));
        phone.sends(packet(0x40, 8, 172)); // version 1
        phone.sends(packet(0x8F, 8, 60)); // 15 contributing sources, room for 12
        phone.sends(packet(0x90, 8, 14)); // an extension that is not there
        byte[] extension = packet(0x90, 8, 40);
        Arrays.fill(extension, 14, 16, (byte) 0xFF); // and one that is too long
        phone.sends(extension);
        byte[] padded = packet(0xA0, 8, 40);
        padded[39] = 29; // one more than there is
        phone.sends(padded);
        phone.sends(packet(0xA0, 8, 40)); // padding of length 0
        FarPhone.await(
                () -> port.statistics().malformed() == 8,
                () -> port.statistics().toString());
        phone.sends(8, 1, 160, new byte[160]);
        received(1);
    }

    @Test
    void wellFormedOdditiesAreTaken() {
        byte[] sources = packet(0x82, 8, 180);
        phone.sends(sources);
        byte[] extension = packet(0x90, 8, 12 + 8 + 160);
        extension[3] = 1;
        extension[15] = 1;
        phone.sends(extension);
        byte[] padded = packet(0xA0, 8, 172 + 4);
        padded[3] = 2;
        padded[175] = 4;
        phone.sends(padded);
        phone.sends(8, 3, 480, new byte[0]);
        phone.sends(13, 4, 640, new byte[] {40});
        phone.sends(0, 5, 800, new byte[1600]);
        received(6);
    }

    @Test
    void randomBytesNeverStopTheSelector() throws IOException {
        var random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] datagram = new byte[random.nextInt(300)];
            random.nextBytes(datagram);
            if (datagram.length > 1 && i % 2 == 0) {
                datagram[0] = (byte) (0x80 | datagram[0] & 0x3F);
                datagram[1] = (byte) (i % 4 == 0 ? 8 : 101);
            }
            phone.sends(datagram);
            if (i % 100 == 99) {
                allAreTaken(i / 100 + 1); // no more at once than a socket holds
            }
        }
        long before = port.statistics().received();
        phone.sends(8, 1, 160, new byte[160]);
        FarPhone.await(
                () -> port.statistics().received() > before,
                () -> port.statistics().toString());
        port.read(new short[80]);
    }

    /** A stranger sends behind them, for the so manieth time; the socket keeps the order. */
    private void allAreTaken(int times) throws IOException {
        try (var stranger = new FarPhone(port.local())) {
            stranger.sends(8, 1, 160, new byte[160]);
            FarPhone.await(
                    () -> port.statistics().strangers() >= times,
                    () -> port.statistics().toString());
        }
    }

    @Test
    void lossDuplicatesAndReorderingAreCountedOverTheWrap() {
        for (int sequence : new int[] {65_534, 65_535, 0, 0, 1, 3, 2, 2, 6, 7}) {
            phone.sends(8, sequence, 160 * (sequence < 100 ? sequence + 65_536 : sequence), new byte[160]);
        }
        received(8);
        var seen = port.statistics();
        assertThat(seen.lost()).isEqualTo(2);
        assertThat(seen.duplicates()).isEqualTo(2);
    }

    @Test
    void aStrangerIsNotHeard() throws IOException {
        try (var still = FreePorts.open(
                        new HandClock()); // the far end is never silent for so long that another may take over
                var taken = still.open();
                var known = new FarPhone(taken.local());
                var stranger = new FarPhone(taken.local())) {
            taken.agree(known.agreement(Codec.PCMA));
            known.sends(8, 1, 160, new byte[160]);
            FarPhone.await(
                    () -> taken.statistics().received() == 1,
                    () -> taken.statistics().toString());
            for (int i = 0; i < 10; i++) {
                stranger.sends(8, i, 160 * i, new byte[160]);
            }
            FarPhone.await(
                    () -> taken.statistics().strangers() == 10,
                    () -> taken.statistics().toString());
            assertThat(stranger.heard()).isEmpty();
        }
    }

    @Test
    void aFarEndBehindARouterIsFound() throws IOException {
        try (var unknown = new DatagramSocket();
                var behindRouter = new FarPhone(port.local())) {
            var elsewhere = new java.net.InetSocketAddress("127.0.0.1", unknown.getLocalPort());
            port.agree(new RtpAgreement(elsewhere, Codec.PCMA, 101, 101, 20, Direction.SENDRECV));
            for (int i = 0; i < 5; i++) {
                behindRouter.sends(8, 100 + i, 160 * i, new byte[160]);
            }
            behindRouter.hears(heard -> heard.size() > 3);
        }
    }

    @Test
    void silenceIsSentFromTheAgreementOnAndHoldStopsIt() {
        phone.hears(heard -> heard.size() >= 5);
        assertThat(phone.heard().getFirst().payload()).hasSize(160).containsOnly((byte) 0xD5);
        port.agree(phone.agreement(Codec.PCMA).withDirection(Direction.INACTIVE));
        long sent = port.statistics().sent();
        phone.hears(heard -> heard.size() == sent);
        int held = phone.heard().size();
        long later = System.nanoTime() + 300_000_000;
        FarPhone.await(() -> System.nanoTime() > later, () -> "");
        assertThat(phone.heard()).hasSize(held);
        port.agree(phone.agreement(Codec.PCMU));
        var heard = phone.hears(now -> now.size() >= held + 3);
        var resumed = heard.get(held);
        assertThat(resumed.marker()).isTrue();
        assertThat(resumed.type()).isZero();
        assertThat(resumed.timestamp() - heard.get(held - 1).timestamp()).isGreaterThan(1600);
        assertThat(resumed.sequence()).isEqualTo((heard.get(held - 1).sequence() + 1) & 0xFFFF);
    }

    @Test
    void anExhaustedRangeRefusesClearlyAndTakesPortsBack() throws IOException {
        try (var few = FreePorts.open(clock, 4)) {
            var first = few.open();
            few.open();
            assertThat(first.local().getPort() % 2).isZero();
            assertThatThrownBy(few::open).isInstanceOf(PortsExhausted.class).hasMessageContaining("in use");
            first.close();
            first.close();
            assertThat(few.open().local()).isEqualTo(first.local());
        }
    }
}
