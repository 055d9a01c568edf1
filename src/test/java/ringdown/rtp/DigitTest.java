package ringdown.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.clock.BoxClock;

class DigitTest {
    private final BoxClock clock = new BoxClock(() -> true);
    private final StringBuffer pressed = new StringBuffer();
    private RtpPorts ports;
    private RtpPort port;
    private FarPhone phone;

    @BeforeEach
    void open() throws IOException {
        ports = FreePorts.open(clock);
        port = ports.open();
        phone = new FarPhone(port.local());
        port.onDigit(pressed::append);
        port.agree(phone.agreement(Codec.PCMA));
    }

    @AfterEach
    void close() {
        ports.close();
        phone.close();
        clock.close();
    }

    /** A last key in good order, so that all before it has been read. */
    private String keysBeforeHash(int sequence, int timestamp) {
        phone.presses(sequence, timestamp, 11, 160, false, true);
        FarPhone.await(() -> pressed.indexOf("#") >= 0, () -> "pressed " + pressed);
        return pressed.substring(0, pressed.indexOf("#"));
    }

    @Test
    void aKeyIsHeardOnceWhateverIsRepeated() {
        for (int i = 1; i <= 5; i++) {
            phone.presses(100 + i, 8000, 5, 160 * i, false, i == 1);
        }
        for (int i = 6; i <= 8; i++) {
            phone.presses(100 + i, 8000, 5, 800, true, false);
        }
        phone.presses(108, 8000, 5, 800, true, false);
        phone.presses(109, 8000, 5, 800, true, false);
        assertThat(keysBeforeHash(120, 20_000)).isEqualTo("5");
    }

    @Test
    void theSameKeyTwiceIsTwoKeys() {
        phone.presses(1, 8000, 7, 160, false, true);
        phone.presses(2, 8000, 7, 320, true, false);
        phone.presses(3, 9600, 7, 160, false, true);
        phone.presses(4, 9600, 7, 320, true, false);
        assertThat(keysBeforeHash(5, 20_000)).isEqualTo("77");
    }

    @Test
    void aKeyIsHeardWhenOnlyOneOfItsPacketsArrives() {
        phone.presses(1, 8000, 1, 800, true, false);
        phone.presses(9, 10_000, 2, 160, false, true);
        phone.presses(17, 12_000, 3, 480, false, false);
        assertThat(keysBeforeHash(25, 20_000)).isEqualTo("123");
    }

    @Test
    void theSameKeyTwiceWithoutAnyEndIsTwoKeys() {
        phone.presses(1, 8000, 4, 160, false, true);
        phone.presses(2, 8000, 4, 320, false, false);
        phone.presses(8, 9600, 4, 160, false, true);
        assertThat(keysBeforeHash(12, 20_000)).isEqualTo("44");
    }

    @Test
    void aStragglerOfAnEarlierPressIsNoKey() {
        phone.presses(1, 8000, 8, 160, false, true);
        phone.presses(4, 9600, 9, 160, false, true);
        phone.presses(2, 8000, 8, 320, false, false);
        phone.presses(3, 8000, 8, 480, true, false);
        assertThat(keysBeforeHash(9, 20_000)).isEqualTo("89");
    }

    @Test
    void aKeyHeldForTenSecondsIsOneKey() {
        phone.presses(1, 1000, 6, 65_000, false, true);
        phone.presses(2, 1000, 6, 65_535, false, false);
        phone.presses(3, 1000 + 65_535, 6, 160, false, false);
        phone.presses(4, 1000 + 65_535, 6, 320, true, false);
        assertThat(keysBeforeHash(5, 200_000)).isEqualTo("6");
    }

    @Test
    void aTelephoneThatMovesTheTimestampWithEachPacketIsUnderstood() {
        for (int i = 1; i <= 6; i++) {
            phone.presses(i, 1000 + 160 * i, 3, 160 * i, i == 6, i == 1);
        }
        assertThat(keysBeforeHash(9, 20_000)).isEqualTo("3");
    }

    @Test
    void flashUnknownEventsAndShortPacketsAreNoKeys() {
        phone.presses(1, 1000, 16, 160, false, true);
        phone.presses(2, 3000, 255, 160, false, true);
        phone.sends(101, 3, 5000, new byte[] {1, 0});
        phone.sends(101, 4, 6000, new byte[0]);
        phone.sends(100, 5, 7000, new byte[] {1, 10, 0, 80});
        assertThat(keysBeforeHash(9, 20_000)).isEmpty();
        assertThat(port.statistics().unknownType()).isEqualTo(1);
    }

    @Test
    void allSixteenKeysAreReadAndWrapsOfSequenceAndTimestampDoNotHurt() {
        for (int key = 0; key < 16; key++) {
            int timestamp = -8 * 800 + 800 * key;
            phone.presses(65_530 + 2 * key, timestamp, key, 160, false, true);
            phone.presses(65_531 + 2 * key, timestamp, key, 320, true, false);
        }
        FarPhone.await(() -> pressed.length() == 16, () -> "pressed " + pressed);
        assertThat(pressed).hasToString("0123456789*#ABCD");
    }

    @Test
    void aKeySentLastsAHundredMillisecondsEndsThreeTimesAndSilencesTheVoice() {
        phone.hears(heard -> heard.size() >= 2);
        assertThat(port.sendDigit('1')).isTrue();
        assertThat(port.sendDigit('1')).isTrue();
        assertThat(port.sendDigit('D')).isTrue();
        phone.hears(heard -> heard.stream().filter(p -> p.type() == 101).count() >= 21);
        int known = phone.heard().size();
        var all = phone.hears(heard -> heard.size() > known + 3);
        var events = all.stream().filter(p -> p.type() == 101).toList();
        assertThat(events).hasSize(21);
        assertThat(events.stream().map(FarPhone.Heard::timestamp).distinct()).hasSize(3);
        var first = events.subList(0, 7);
        assertThat(first)
                .extracting(p -> (p.payload()[2] & 0xFF) << 8 | p.payload()[3] & 0xFF)
                .containsExactly(160, 320, 480, 640, 800, 800, 800);
        assertThat(first)
                .extracting(p -> p.payload()[1] < 0)
                .containsExactly(false, false, false, false, true, true, true);
        assertThat(first)
                .extracting(FarPhone.Heard::marker)
                .containsExactly(true, false, false, false, false, false, false);
        assertThat(events.getLast().payload()[0]).isEqualTo((byte) 15);
        assertNoBreak(all);
        var between = all.subList(all.indexOf(first.getFirst()), all.indexOf(first.getLast()) + 1);
        assertThat(between).extracting(FarPhone.Heard::type).containsOnly(101);
    }

    private static void assertNoBreak(List<FarPhone.Heard> all) {
        for (int i = 1; i < all.size(); i++) {
            assertThat((all.get(i).sequence() - all.get(i - 1).sequence()) & 0xFFFF)
                    .isEqualTo(1);
            assertThat(all.get(i).timestamp() - all.get(i - 1).timestamp()).isNotNegative();
        }
    }

    @Test
    void aFarEndWithoutEventsIsNotSentAny() {
        port.agree(phone.agreement(Codec.PCMA, RtpAgreement.NO_EVENTS, RtpAgreement.NO_EVENTS));
        assertThat(port.sendDigit('1')).isFalse();
        assertThatThrownBy(() -> port.sendDigit('x')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyPassesToAnotherPortUnderItsPayloadTypeWhetherPacketsAreForwardedOrNot() throws IOException {
        RtpPort other = ports.open();
        try (var second = new FarPhone(other.local())) {
            other.agree(second.agreement(Codec.PCMA, 97, 97));
            port.relayTo(other, Relay.PACKETS, this);
            port.agree(phone.agreement(Codec.PCMA)); // commands run in their order
            phone.presses(1, 8000, 5, 160, false, true);
            phone.presses(2, 8000, 5, 320, true, false);
            second.hears(heard -> heard.stream().filter(p -> p.type() == 97).count() == 2);
            port.relayTo(other, Relay.DIGITS, this);
            port.agree(phone.agreement(Codec.PCMA));
            phone.presses(3, 16_000, 6, 160, false, true);
            second.hears(heard -> heard.stream().filter(p -> p.type() == 97).count() == 9);
            assertThat(second.heard(97))
                    .extracting(p -> (int) p.payload()[0])
                    .containsExactly(5, 5, 6, 6, 6, 6, 6, 6, 6);
            assertThat(pressed).hasToString("56");
        }
    }
}
