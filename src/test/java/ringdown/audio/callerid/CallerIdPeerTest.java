package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.SpandspPeer;

/** Both directions against libspandsp. */
class CallerIdPeerTest {
    @Test
    void whatSpandspSendsIsRead() {
        for (String[] form : new String[][] {{"class", "BELLCORE"}, {"clip", "ETSI"}}) {
            for (int level : new int[] {-12, -25, -40}) {
                short[] sound = SpandspPeer.make(
                        "gen-cid",
                        form[0],
                        "OUT",
                        "0501112233",
                        "JOHN DOE",
                        "11221530",
                        "level=" + level,
                        "noise=" + (level - 20));
                assertThat(CallerIdTest.heard(sound))
                        .as(form[0] + level)
                        .singleElement()
                        .isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
                            assertThat(received.scheme()).isEqualTo(CallerIdScheme.valueOf(form[1]));
                            assertThat(received.message())
                                    .isEqualTo(CallerIdMessage.of("0501112233", "JOHN DOE")
                                            .at("11221530"));
                        });
            }
        }
        assertThat(number(SpandspPeer.make("gen-cid", "dtmf-a", "OUT", "0501112233")))
                .isEqualTo("0501112233");
        assertThat(number(SpandspPeer.make("gen-cid", "dtmf-ac", "OUT", "0501112233")))
                .isEqualTo("0501112233");
        assertThat(number(SpandspPeer.make("gen-cid", "dtmf-hash", "OUT", "0501112233")))
                .isEqualTo("0501112233");
    }

    @Test
    void whatIsSentSpandspReads() {
        var message = CallerIdMessage.of("0501112233", "JOHN DOE").at("11221530");
        for (String[] form : new String[][] {{"class", "BELLCORE"}, {"clip", "ETSI"}, {"clip", "ETSI_BEFORE_RING"}}) {
            short[] sound = CallerIdSender.signal(CallerIdScheme.valueOf(form[1]), message)
                    .samples();
            String said = SpandspPeer.hear(
                    Noise.join(Noise.silence(300), sound, Noise.silence(300)), "dec-cid", form[0], "OUT");
            assertThat(said)
                    .as(form[1])
                    .contains("(number) '0501112233'", "(name) 'JOHN DOE'", "(datetime) '11221530'");
        }
        short[] keys = CallerIdSender.signal(CallerIdScheme.DTMF, message).samples();
        assertThat(SpandspPeer.hear(Noise.join(keys, Noise.silence(300)), "dec-dtmf", "OUT"))
                .contains("\"A0501112233C\"");
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
