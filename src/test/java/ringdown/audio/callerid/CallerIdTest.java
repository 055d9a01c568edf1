package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.audio.Noise;
import ringdown.audio.dtmf.DtmfGenerator;

class CallerIdTest {
    private static final CallerIdMessage ROMASHKA =
            CallerIdMessage.of("0501112233", "ROMASHKA LTD").at("11221530");

    @Test
    void theWorkedFramesOfTheStandardsAreRead() {
        assertThat(frame("0412303933303132323436303935353531323132" + "51"))
                .isEqualTo(CallerIdMessage.of("6095551212", null).at("09301224"));
        assertThat(frame("04093039333031323234" + "50" + "0E"))
                .isEqualTo(CallerIdMessage.absent(Absence.HIDDEN).at("09301224"));
        assertThat(frame("8020010830333234303930320708" + "4A4F484E20444F45" + "020A38303035353531323132" + "84"))
                .isEqualTo(CallerIdMessage.of("8005551212", "JOHN DOE").at("03240902"));
    }

    @Test
    void whatIsWrittenIsReadInEveryForm() {
        assertThat(frame(MessageWriter.multiple(ROMASHKA))).isEqualTo(ROMASHKA);
        var cyrillic = CallerIdMessage.of("0441234567", "Марія Шевченко");
        assertThat(frame(MessageWriter.multiple(cyrillic))).isEqualTo(cyrillic);
        var latin = CallerIdMessage.of("0441234567", "Müller GmbH");
        assertThat(frame(MessageWriter.multiple(latin))).isEqualTo(latin);
        var diverted = new CallerIdMessage("123", null, null, Absence.HIDDEN, "01010000", "456");
        assertThat(frame(MessageWriter.multiple(diverted))).isEqualTo(diverted);
        for (Absence why : Absence.values()) {
            assertThat(frame(MessageWriter.multiple(CallerIdMessage.absent(why))))
                    .isEqualTo(CallerIdMessage.absent(why));
        }
        assertThat(frame(MessageWriter.single(ROMASHKA)))
                .isEqualTo(CallerIdMessage.of("0501112233", null).at("11221530"));
        assertThat(heard(sound(MessageWriter.lamp(true)))).containsExactly(new CallerIdHeard.LampSet(true, 0));
    }

    @Test
    void everySchemeIsHeardAndNamed() {
        for (CallerIdScheme scheme : CallerIdScheme.values()) {
            if (scheme == CallerIdScheme.AON) {
                continue;
            }
            CallerIdSignal signal = CallerIdSender.signal(scheme, ROMASHKA);
            List<CallerIdHeard> heard = heard(line(signal.samples()), signal.reversalFirst(), signal.pulseMillis() > 0);
            assertThat(heard)
                    .as("%s", scheme)
                    .singleElement()
                    .isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
                        assertThat(received.scheme()).isEqualTo(scheme);
                        assertThat(received.message().number()).isEqualTo("0501112233");
                        if (scheme != CallerIdScheme.DTMF && scheme != CallerIdScheme.NTT) {
                            assertThat(received.message()).isEqualTo(ROMASHKA);
                        }
                    });
        }
    }

    @Test
    void fskIsReadAtEveryLevelTwistAndFrequencyThatALineBrings() {
        for (FskModem modem : FskModem.values()) {
            for (double level : new double[] {-12, -20, -30, -36, -40}) {
                for (double twist : new double[] {-10, -6, 0, 6, 10}) {
                    // The weaker frequency is at the level, the stronger one above it.
                    var shape = new FskShape(level + Math.max(0, twist), level + Math.max(0, -twist), 300, 180, 8);
                    short[] sound = line(CallerIdSender.fsk(MessageWriter.multiple(ROMASHKA), modem, shape));
                    for (double stretch : new double[] {0.99, 1, 1.01}) {
                        assertRead(stretched(sound, stretch), modem + " " + level + " " + twist + " " + stretch);
                    }
                }
            }
        }
    }

    @Test
    void noiseTwentyDecibelsBelowLosesNothingAndFifteenLittle() {
        int lost = 0;
        for (int seed = 0; seed < 60; seed++) {
            for (FskModem modem : FskModem.values()) {
                var shape = new FskShape(-30, -30, 300, 180, 8);
                short[] sound = line(CallerIdSender.fsk(MessageWriter.multiple(ROMASHKA), modem, shape));
                assertRead(Noise.add(sound, -50, seed), modem + " 20 dB, seed " + seed);
                lost += receivedIn(heard(Noise.add(sound, -45, seed))) == 1 ? 0 : 1;
            }
        }
        assertThat(lost).isLessThanOrEqualTo(2);
    }

    @Test
    void compandedSoundIsRead() {
        for (FskModem modem : FskModem.values()) {
            short[] sound = line(CallerIdSender.fsk(MessageWriter.multiple(ROMASHKA), modem, FskShape.ON_HOOK));
            for (int i = 0; i < sound.length; i++) {
                sound[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
            }
            assertRead(sound, modem + " through A-law");
        }
    }

    @Test
    void aWrongChecksumIsReportedAndNeverDelivered() {
        byte[] message = MessageWriter.multiple(ROMASHKA);
        for (int i = 2; i < message.length; i++) {
            byte[] damaged = message.clone();
            damaged[i] ^= 4;
            assertThat(heard(sound(damaged))).singleElement().isInstanceOf(CallerIdHeard.Damaged.class);
        }
        short[] whole = sound(message);
        short[] broken = whole.clone();
        for (int i = 7000; i < broken.length; i++) {
            broken[i] = 0; // the line was taken, or the second ring came
        }
        assertThat(heard(broken)).singleElement().isInstanceOf(CallerIdHeard.Damaged.class);
    }

    @Test
    void everyNationalFormOfDtmfIsRead() {
        dtmf("A0441234567C", CallerIdMessage.of("0441234567", null));
        dtmf("A0441234567#", CallerIdMessage.of("0441234567", null));
        dtmf("A0441234567D0501112233C", new CallerIdMessage("0441234567", null, null, null, null, "0501112233"));
        dtmf("D0441234567C", CallerIdMessage.of("0441234567", null));
        dtmf("0441234567#", CallerIdMessage.of("0441234567", null));
        dtmf("A0441234567", CallerIdMessage.of("0441234567", null));
        dtmf("B00C", CallerIdMessage.absent(Absence.OUT_OF_AREA));
        dtmf("B10C", CallerIdMessage.absent(Absence.HIDDEN));
        dtmf("D1#", CallerIdMessage.absent(Absence.HIDDEN));
        dtmf("D2#", CallerIdMessage.absent(Absence.OUT_OF_AREA));
        dtmf("D3#", CallerIdMessage.absent(Absence.OUT_OF_AREA));
    }

    @Test
    void everyParameterOfAMessageIsWrittenAndRead() {
        var all = CallerIdMessage.of("0501112233", "ROMASHKA");
        for (CallerIdParameter parameter : CallerIdParameter.values()) {
            if (parameter == CallerIdParameter.REDIRECTING || parameter == CallerIdParameter.VISUAL_INDICATOR) {
                continue; // the one is a field of its own, the other a lamp
            }
            String value = switch (parameter.form) {
                case TEXT -> "0441";
                case OCTET -> "01";
                case OCTETS -> "0102FF";
            };
            var one = CallerIdMessage.of("0501112233", null).with(parameter, value);
            CallerIdMessage read = frame(MessageWriter.multiple(one));
            assertThat(read.more()).as("%s", parameter).containsExactly(java.util.Map.entry(parameter, value));
            assertThat(read.number()).isEqualTo("0501112233");
            all = all.with(parameter, value);
        }
        assertThat(frame(MessageWriter.multiple(all)).more()).isEqualTo(all.more());
    }

    @Test
    void aLampAndACallerMayComeTogether() {
        var both = CallerIdMessage.of("0501112233", null).with(CallerIdParameter.VISUAL_INDICATOR, "FF");
        assertThat(heard(sound(MessageWriter.multiple(both))))
                .hasSize(2)
                .anyMatch(CallerIdHeard.Received.class::isInstance)
                .contains(new CallerIdHeard.LampSet(true, 0));
        assertThat(heard(sound(MessageWriter.lamp(3)))).containsExactly(new CallerIdHeard.LampSet(true, 3, 0));
        assertThat(heard(sound(MessageWriter.lamp(0)))).containsExactly(new CallerIdHeard.LampSet(false, 0, 0));
        assertThat(heard(sound(MessageWriter.singleLamp(true)))).containsExactly(new CallerIdHeard.LampSet(true, 0));
        assertThat(heard(sound(MessageWriter.singleLamp(false)))).containsExactly(new CallerIdHeard.LampSet(false, 0));
        var call = new CallerIdMessage(null, null, null, null, null, null)
                .with(CallerIdParameter.CALL_TYPE, "81")
                .with(CallerIdParameter.MESSAGES, "02");
        assertThat(heard(sound(MessageWriter.multiple(call)))).containsExactly(new CallerIdHeard.LampSet(true, 2, 0));
    }

    @Test
    void seizureAndMarkMayBeShortOrSplit() {
        byte[] message = MessageWriter.multiple(ROMASHKA);
        for (FskModem modem : FskModem.values()) {
            for (int[] bits : new int[][] {{96, 55}, {0, 80}, {0, 40}, {300, 30}, {30, 180}}) {
                var shape = new FskShape(-20, -20, bits[0], bits[1], 8);
                assertRead(line(CallerIdSender.fsk(message, modem, shape)), modem + " " + bits[0] + " " + bits[1]);
            }
            short[] whole = CallerIdSender.fsk(message, modem, FskShape.ON_HOOK);
            java.util.Arrays.fill(whole, 700, 1100, (short) 0); // the seizure breaks off and begins again
            assertRead(line(whole), modem + " split");
        }
    }

    @Test
    void aRingInTheMiddleOfItIsNoNumber() {
        for (CallerIdMessage message : List.of(ROMASHKA, CallerIdMessage.of("0501112233", null))) {
            short[] whole = sound(MessageWriter.multiple(message));
            for (int from = 6500; from < whole.length - 6000; from += 700) {
                short[] broken = whole.clone();
                for (int i = from; i < Math.min(from + 1600, broken.length); i++) {
                    broken[i] = (short) (9000 * Math.sin(2 * Math.PI * 25 * i / 8000));
                }
                assertThat(heard(broken))
                        .as("ring at %s", from)
                        .noneMatch(heard -> heard instanceof CallerIdHeard.Received received
                                && !received.message().equals(message));
            }
        }
    }

    @Test
    void theJapaneseFrameIsReadAndItsCheckIsKept() {
        for (String number : List.of("0312345678", "1", "09012345678901")) {
            byte[] frame = NttFrame.of(CallerIdMessage.of(number, null));
            assertThat(heard(ntt(frame)))
                    .singleElement()
                    .isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
                        assertThat(received.scheme()).isEqualTo(CallerIdScheme.NTT);
                        assertThat(received.message().number()).isEqualTo(number);
                    });
            for (int i = 5; i < frame.length - 4; i++) {
                byte[] damaged = frame.clone();
                damaged[i] ^= 8;
                assertThat(heard(ntt(damaged))).noneMatch(CallerIdHeard.Received.class::isInstance);
            }
        }
        assertThat(heard(ntt(NttFrame.of(CallerIdMessage.absent(Absence.HIDDEN)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        received ->
                                assertThat(received.message().numberAbsence()).isEqualTo(Absence.HIDDEN));
    }

    private static short[] ntt(byte[] frame) {
        return line(CallerIdSender.fsk(frame, FskModem.V_23, FskShape.NTT));
    }

    @Test
    void whatIsSentByKeysInEveryNationalFormIsRead() {
        var diverted = new CallerIdMessage("0441234567", null, null, null, null, "0501112233");
        for (DtmfForm form : DtmfForm.values()) {
            var plain = CallerIdMessage.of("0441234567", null);
            assertThat(heard(line(CallerIdSender.dtmf(form, plain))))
                    .as("%s", form)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CallerIdHeard.Received.class,
                            one -> assertThat(one.message()).isEqualTo(plain));
            for (Absence why : Absence.values()) {
                var none = CallerIdMessage.absent(why);
                assertThat(heard(line(CallerIdSender.dtmf(form, none))))
                        .as("%s %s", form, why)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CallerIdHeard.Received.class,
                                one -> assertThat(one.message()).isEqualTo(none));
            }
        }
        assertThat(heard(line(CallerIdSender.dtmf(DtmfForm.A_TO_C, diverted))))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        one -> assertThat(one.message()).isEqualTo(diverted));
    }

    @Test
    void speechIsNoCallerId() throws Exception {
        for (String voice : new String[] {"en", "uk", "ru+f2"}) {
            short[] speech =
                    Noise.speech(voice, "Nine hundred and thirty calls came in yesterday evening. ".repeat(20));
            assertThat(heard(speech)).isEmpty();
        }
    }

    private static void dtmf(String keys, CallerIdMessage expected) {
        var style = new DtmfGenerator.Style(-11, -9, 60, 60);
        short[] sound = new short[DtmfGenerator.samples(keys, style)];
        new DtmfGenerator(keys, style).read(sound, 0, sound.length);
        assertThat(heard(line(sound)))
                .as(keys)
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        received -> assertThat(received.message()).isEqualTo(expected));
    }

    private static void assertRead(short[] sound, String what) {
        assertThat(heard(sound))
                .as(what)
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        received -> assertThat(received.message()).isEqualTo(ROMASHKA));
    }

    private static CallerIdMessage frame(String hex) {
        return frame(HexFormat.of().parseHex(hex));
    }

    private static CallerIdMessage frame(byte[] octets) {
        List<CallerIdHeard> heard = heard(sound(octets));
        assertThat(heard).singleElement().isInstanceOf(CallerIdHeard.Received.class);
        return ((CallerIdHeard.Received) heard.getFirst()).message();
    }

    private static short[] sound(byte[] octets) {
        return line(CallerIdSender.fsk(octets, FskModem.V_23, FskShape.ON_HOOK));
    }

    private static short[] line(short[] sound) {
        return Noise.join(Noise.silence(300), sound, Noise.silence(600));
    }

    /** Plays the sound faster or slower: frequencies and bit rate move together, as with a clock that is off. */
    private static short[] stretched(short[] sound, double by) {
        short[] out = new short[(int) (sound.length * by) - 1];
        for (int i = 0; i < out.length; i++) {
            double at = i / by;
            int k = (int) at;
            out[i] = by == 1 ? sound[k] : cubic(sound, k, at - k);
        }
        return out;
    }

    private static short cubic(short[] s, int k, double t) {
        double a = k > 0 ? s[k - 1] : 0;
        double b = s[k];
        double c = s[Math.min(k + 1, s.length - 1)];
        double d = s[Math.min(k + 2, s.length - 1)];
        return (short) Math.round(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
    }

    private static long receivedIn(List<CallerIdHeard> heard) {
        return heard.stream().filter(h -> h instanceof CallerIdHeard.Received).count();
    }

    static List<CallerIdHeard> heard(short[] sound) {
        return heard(sound, false, false);
    }

    static List<CallerIdHeard> heard(short[] sound, boolean reversed, boolean pulsed) {
        List<CallerIdHeard> all = new ArrayList<>();
        var receiver = new CallerIdReceiver(heard -> all.add(
                heard instanceof CallerIdHeard.LampSet lamp
                        ? new CallerIdHeard.LampSet(lamp.on(), lamp.messages(), 0)
                        : heard));
        if (reversed) {
            receiver.reversed();
        }
        if (pulsed) {
            receiver.pulsed();
        }
        for (int at = 0; at < sound.length; at += 80) {
            receiver.process(sound, at, Math.min(80, sound.length - at));
        }
        return all;
    }
}
