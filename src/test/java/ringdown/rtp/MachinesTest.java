package ringdown.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.clock.BoxClock;

/** LINES rule 14: faxes and modems get a delay that stands still. */
class MachinesTest {
    private static final int PACKET = 160;

    private final BoxClock clock = new BoxClock(() -> true);
    private final short[] frame = Frame.silence();
    private RtpPorts ports;
    private RtpPort port;
    private FarPhone phone;
    private int sequence;
    private int at;

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

    @Test
    void anAnswerToneFixesTheDelayAtEightyMillisecondsUntilItIsQuiet() {
        talk(20, 0, 0);
        assertThat(delayMillis()).as("people").isEqualTo(60);
        talk(30, 2100, 0);
        talk(10, 1650, 0);
        assertThat(delayMillis()).as("a fax").isEqualTo(80);
        long concealed = port.statistics().concealed();
        talk(300, 1650, 0);
        assertThat(delayMillis()).isEqualTo(80);
        assertThat(port.statistics().concealed()).isEqualTo(concealed);
    }

    @Test
    void aMachineOnOurSideFixesItToo() {
        talk(20, 0, 0);
        talk(30, 0, 2100);
        talk(2, 0, 1650);
        assertThat(delayMillis()).isEqualTo(80);
    }

    @Test
    void wherePortsOfMachinesAreKnownTheDelayStandsFromTheFirstPacketOnAndNothingIsMadeUp() {
        port.machine(true);
        talk(3, 1650, 0);
        assertThat(delayMillis()).isEqualTo(80);
        talk(10, 1650, 0);
        assertThat(delayMillis()).isEqualTo(80);
        for (int i = 0; i < 20; i++) {
            port.read(frame);
        }
        assertThat(Level.peak(frame, 0, frame.length)).as("nothing came").isZero();
        port.machine(false);
    }

    /** Each packet is followed by its two frames. */
    private void talk(int packets, double hz, double oursHz) {
        for (int i = 0; i < packets; i++) {
            send(hz, false);
            for (int half = 0; half < 2; half++) {
                tone(frame, oursHz, at + half * Frame.SAMPLES);
                port.write(frame);
                port.read(frame);
            }
        }
    }

    private void send(double hz, boolean click) {
        short[] sound = new short[PACKET];
        tone(sound, hz, at);
        if (click) {
            java.util.Arrays.fill(sound, 0, 4, (short) 30_000);
        }
        byte[] octets = new byte[PACKET];
        for (int i = 0; i < PACKET; i++) {
            octets[i] = Companding.A_LAW.encode(sound[i]);
        }
        long before = port.statistics().received();
        phone.sends(8, sequence++, at, octets);
        at += PACKET;
        FarPhone.await(
                () -> port.statistics().received() > before,
                () -> port.statistics().toString());
        port.endRelay(this); // nothing to end: the selector is done with the packet when it has looked
    }

    private static void tone(short[] sound, double hz, int from) {
        for (int i = 0; i < sound.length; i++) {
            sound[i] = hz == 0
                    ? 0
                    : (short) Math.round(Level.amplitude(-15) * Math.sin(2 * Math.PI * hz * (from + i) / 8000));
        }
    }

    /** From the arrival of a click to its being read. */
    private int delayMillis() {
        send(1650, true);
        for (int frames = 0; frames < 40; frames++) {
            port.read(frame);
            if (Level.peak(frame, 0, frame.length) > 25_000) {
                if (frames % 2 == 0) {
                    port.read(frame); // as many as were sent
                }
                return frames * Frame.MILLIS;
            }
            if (frames % 2 == 1) {
                send(1650, false);
            }
        }
        return -1;
    }
}
