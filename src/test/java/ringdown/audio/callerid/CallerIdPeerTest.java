package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.SpandspPeer;

/** Both directions against libspandsp. */
class CallerIdPeerTest {
    /** Both levels of every line, noise 20 dB below, and lines that tilt by 4 dB and more to either side. */
    @Test
    void whatSpandspSendsIsReadAtEveryLevelInNoiseAndOverTiltedLines() {
        int read = 0;
        for (String[] form :
                new String[][] {{"class", "BELLCORE"}, {"clip", "ETSI"}, {"aclip", "ETSI"}, {"jclip", "NTT"}}) {
            boolean japanese = form[0].equals("jclip");
            var expected = japanese
                    ? CallerIdMessage.of("0312345678", null)
                    : CallerIdMessage.of("0501112233", "JOHN DOE").at("11221530");
            for (int level : new int[] {-12, -20, -30, -40}) {
                short[] sound = SpandspPeer.make(
                        "gen-cid",
                        form[0],
                        "OUT",
                        japanese ? "0312345678" : "0501112233",
                        japanese ? "" : "JOHN DOE",
                        japanese ? "" : "11221530",
                        "level=" + level);
                for (double tilt : new double[] {-0.9, 0, 0.9}) {
                    assertRead(
                            form[0] + " " + level + " " + tilt, form[1], expected, noisy(tilted(sound, tilt), level));
                    read++;
                }
            }
        }
        assertThat(read).isEqualTo(48);
    }

    private static void assertRead(String what, String scheme, CallerIdMessage expected, short[] sound) {
        assertThat(CallerIdTest.heard(sound))
                .as(what)
                .singleElement()
                .isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
                    assertThat(received.scheme()).isEqualTo(CallerIdScheme.valueOf(scheme));
                    assertThat(received.message()).isEqualTo(expected);
                });
    }

    private static short[] noisy(short[] sound, double level) {
        return Noise.add(sound, level - 20, 11);
    }

    /** A line whose upper frequencies are 4.4 dB weaker (0.9: 2.7 dB, and bent) or stronger than the lower ones, as loud as before. */
    private static short[] tilted(short[] sound, double by) {
        short[] out = new short[sound.length];
        for (int i = 1; i < sound.length; i++) {
            out[i] = (short) Math.round((sound[i] + by * sound[i - 1]) / (by > 0 ? 1.5 : 1.25));
        }
        return out;
    }

    @Test
    void spandspsKeysAreReadInEveryNationalFormAndLevel() {
        for (String form : new String[] {"dtmf-a", "dtmf-ac", "dtmf-hash"}) {
            for (int level : new int[] {-13, -25, -37}) {
                short[] sound = SpandspPeer.make("gen-cid", form, "OUT", "0501112233", "level=" + level);
                assertThat(number(noisy(sound, level))).as(form + level).isEqualTo("0501112233");
            }
        }
        short[] hidden = SpandspPeer.make("gen-cid", "dtmf-d", "OUT", "1", "absent=1");
        assertThat(CallerIdTest.heard(Noise.join(hidden, Noise.silence(500))))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        received ->
                                assertThat(received.message().numberAbsence()).isEqualTo(Absence.HIDDEN));
    }

    @Test
    void whatIsSentSpandspReadsFromMinus13ToMinus28() {
        var message = CallerIdMessage.of("0501112233", "JOHN DOE").at("11221530");
        for (double level : new double[] {-13, -20, -28}) {
            var shape = new FskShape(level, level, 300, 180, 8);
            short[] bell = CallerIdSender.fsk(MessageWriter.multiple(message), FskModem.BELL_202, shape);
            short[] v23 = CallerIdSender.fsk(MessageWriter.multiple(message), FskModem.V_23, shape);
            for (String said : new String[] {peer("class", bell), peer("clip", v23), peer("aclip", v23)}) {
                assertThat(said)
                        .as("%s dBm0", level)
                        .contains("(number) '0501112233'", "(name) 'JOHN DOE'", "(datetime) '11221530'");
            }
            var japanese = new FskShape(level, level, 0, 75, 8);
            short[] ntt = CallerIdSender.fsk(NttFrame.of(message), FskModem.V_23, japanese);
            assertThat(peer("jclip", ntt)).as("%s dBm0", level).contains("(number) '0501112233'");
        }
    }

    @Test
    void whatIsSentInEverySchemeSpandspReads() {
        var message = CallerIdMessage.of("0501112233", "JOHN DOE").at("11221530");
        for (CallerIdScheme scheme : CallerIdScheme.values()) {
            String form = switch (scheme) {
                case BELLCORE -> "class";
                case ETSI, ETSI_BEFORE_RING, ETSI_RING_PULSE, ETSI_REVERSAL, BT -> "clip";
                case NTT -> "jclip";
                case DTMF -> "dtmf-a";
                case AON -> "";
            };
            if (!form.isEmpty()) {
                short[] sound = CallerIdSender.signal(scheme, message).samples();
                assertThat(peer(form, sound)).as("%s", scheme).contains("0501112233");
            }
        }
        for (DtmfForm form : DtmfForm.values()) {
            short[] keys = Noise.join(CallerIdSender.dtmf(form, message), Noise.silence(300));
            assertThat(SpandspPeer.hear(keys, "dec-dtmf", "OUT")).contains("\"" + form.keys(message) + "\"");
        }
    }

    private static String peer(String form, short[] sound) {
        return SpandspPeer.hear(Noise.join(Noise.silence(300), sound, Noise.silence(300)), "dec-cid", form, "OUT");
    }

    @Test
    void spandspsReasonForNoNumberIsRead() {
        short[] sound = SpandspPeer.make("gen-cid", "class", "OUT", "1", "", "11221530", "absent=P");
        assertThat(CallerIdTest.heard(sound))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerIdHeard.Received.class,
                        received ->
                                assertThat(received.message().numberAbsence()).isEqualTo(Absence.HIDDEN));
    }

    private static String number(short[] sound) {
        var heard = CallerIdTest.heard(Noise.join(sound, Noise.silence(500)));
        assertThat(heard).singleElement().isInstanceOf(CallerIdHeard.Received.class);
        return ((CallerIdHeard.Received) heard.getFirst())
                .message()
                .numberIfAny()
                .orElse("none");
    }
}
