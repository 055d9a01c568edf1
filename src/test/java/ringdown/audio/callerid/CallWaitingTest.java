package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Noise;
import ringdown.audio.SpandspPeer;

/** Type II: who knocks in a talk, told by one side and asked for by the other (GR-30-CORE §2.4). */
class CallWaitingTest {
    private static final CallerIdMessage WHO =
            CallerIdMessage.of("0671234567", "PETRENKO").at("11231000");

    private final List<CallerIdHeard> heard = new ArrayList<>();
    private final CallWaitingReceiver telephone = new CallWaitingReceiver(heard::add);

    /** Both sides on one pair of wires, frame by frame; what the telephone's ear would have got. */
    private short[] talk(CallWaitingSender exchange, short[] words, boolean answers, double gainDb) {
        short[] ear = new short[words.length];
        short[] down = Frame.silence();
        short[] up = Frame.silence();
        for (int at = 0; at + Frame.SAMPLES <= words.length; at += Frame.SAMPLES) {
            exchange.received(up);
            if (!exchange.sending(down)) {
                System.arraycopy(words, at, down, 0, Frame.SAMPLES);
            }
            down = Noise.gain(down, gainDb);
            boolean muted = telephone.received(down);
            Arrays.fill(up, (short) 0);
            if (answers) {
                telephone.sending(up);
            }
            if (!muted) {
                System.arraycopy(down, 0, ear, at, Frame.SAMPLES);
            }
        }
        return ear;
    }

    @ParameterizedTest
    @EnumSource(FskModem.class)
    void aTelephoneThatAnswersIsToldAndTheTalkGoesOn(FskModem modem) {
        short[] words = Noise.add(Noise.silence(6000), -25, 3);
        var exchange = new CallWaitingSender(new short[2400], WHO, modem);
        short[] ear = talk(exchange, words, true, -12);
        assertThat(exchange.told()).isTrue();
        assertThat(heard).singleElement().isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
            assertThat(received.message().number()).isEqualTo("0671234567");
            assertThat(received.message().name()).isEqualTo("PETRENKO");
        });
        assertThat(Level.dbm0(ear, 40_000, 8000)).isGreaterThan(-38);
    }

    @Test
    void aTelephoneWithoutDisplayGetsNoDataAndTheTalkIsSilentForHalfASecondAtMost() {
        var exchange = new CallWaitingSender(new short[0], WHO, FskModem.V_23);
        short[] words = Noise.add(Noise.silence(2000), -25, 3);
        talk(exchange, words, false, 0);
        assertThat(exchange.over()).isTrue();
        assertThat(exchange.told()).isFalse();
        assertThat(heard).isEmpty();
        short[] frame = Frame.silence();
        int silent = 0;
        for (var again = new CallWaitingSender(new short[0], WHO, FskModem.V_23); again.sending(frame); ) {
            silent++;
        }
        assertThat(silent * Frame.MILLIS).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {-13, -28})
    void spandspReadsWhatIsTold(int dbm0) {
        short[] frame = Frame.silence();
        short[] sent = new short[24_000];
        var exchange = new CallWaitingSender(new short[0], WHO, FskModem.BELL_202);
        short[] key = Noise.join(new short[1600], SpandspPeer.make("gen-dtmf", "OUT", "D", "on=60"), new short[8000]);
        for (int at = 0; at < sent.length; at += Frame.SAMPLES) {
            // The key's sound begins 0.5 s late in the peer's file: cut off.
            int from = at + 4000 + 400;
            exchange.received(Arrays.copyOfRange(key, Math.min(from, key.length), from + Frame.SAMPLES));
            if (exchange.sending(frame)) {
                System.arraycopy(frame, 0, sent, at, Frame.SAMPLES);
            }
        }
        assertThat(exchange.told()).isTrue();
        assertThat(SpandspPeer.hear(Noise.gain(sent, dbm0 + 14), "dec-cid", "class", "OUT"))
                .contains("'0671234567'", "'PETRENKO'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, -30})
    void whatSpandspTellsBehindItsAlertIsRead(int dbm0) {
        short[] data = SpandspPeer.make(
                "gen-cid",
                "class",
                "OUT",
                "0671234567",
                "PETRENKO",
                "11231000",
                "preamble=0",
                "mark=80",
                "level=" + dbm0,
                "lead=100");
        short[] sound = Noise.join(
                Noise.silence(400), Noise.gain(CallerIdSender.alert(80), dbm0 + 16), data, Noise.silence(400));
        for (int at = 0; at + Frame.SAMPLES <= sound.length; at += Frame.SAMPLES) {
            telephone.received(Arrays.copyOfRange(sound, at, at + Frame.SAMPLES));
        }
        assertThat(heard).singleElement().isInstanceOf(CallerIdHeard.Received.class);
    }

    @Test
    void aLongToneOfTheSamePitchesIsNoAlert() {
        short[] music = CallerIdSender.alert(600);
        boolean muted = false;
        for (int at = 0; at + Frame.SAMPLES <= music.length; at += Frame.SAMPLES) {
            muted |= telephone.received(Arrays.copyOfRange(music, at, at + Frame.SAMPLES));
        }
        muted |= telephone.received(Frame.silence());
        muted |= telephone.received(Frame.silence());
        muted |= telephone.received(Frame.silence());
        assertThat(muted).isFalse();
    }
}
