package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An office in which a provider's callers ring at Ivan, at two telephones, and Olena and Maria sit beside him: for the proofs of parking. */
final class ParkHouse implements AutoCloseable {
    final Box box;
    final Trunk direct;
    final SwiftPhone olena;
    final SwiftPhone ivan;

    /** A caller and whoever talks with them. */
    record Two(SipCall caller, SipCall agent) {}

    ParkHouse() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .with("language: uk ", "parkFor: 30m\n  language: uk ")
                .with("purpose: main number,", "purpose: main number, direction: in,")
                .with("purpose: advertising, ", "purpose: advertising, direction: in,")
                .with(
                        "contacts:  ",
                        "  - {name: direct, host: 127.0.0.1, port: " + Ports.free()
                                + ", numbers: [\"+380441230004\"], script: direct}\ncontacts:  ")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: 202, for: 5m}
                            otherwise: message
                        """);
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
    }

    /** Ends whatever goes on, and waits until nothing does. */
    void isLeft() {
        direct.hangsUp();
        while (direct.isCalledNow() != null) {
            // what rang is past
        }
        box.line(1).hangsUp();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        List.of(olena, ivan).forEach(SwiftPhone::laysDown);
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        List.of(olena, ivan).forEach(SwiftPhone::laysDown); // what rang until then
        Until.holds("every leg has ended", () -> direct.open() + olena.open() + ivan.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    /** The call of that number, which he has lifted. */
    Two talksToIvan(String number) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        his.hears(2);
        return new Two(caller, his);
    }

    /** In both directions. */
    static void hearEachOther(SipCall one, SipCall other) {
        hears(one, other, Speech.LONG_B);
        hears(other, one, Speech.LONG_A);
    }

    private static void hears(SipCall one, SipCall other, String text) {
        short[] said = Speech.of(text, 5);
        one.fromNow();
        other.says(said);
        one.hears(1.5);
        assertThat(Hearing.alike(one.heard(), said, 1)).isGreaterThanOrEqualTo(0.97);
    }

    /** The newest call of that number, or extension. */
    JsonNode the(String number) {
        return box.callsOf(number).getFirst();
    }

    /** The place as the page shows it. */
    int parkedIn(String number) {
        return Until.holds("parked", () -> the(number).path("parkedIn").asInt(), place -> place > 0);
    }

    /** Waits until they do, out of any place. */
    void talksTo(String number, String who) {
        Until.holds(
                "the caller talks to " + who,
                () -> the(number),
                call -> call.path("answeredBy").asString("").equals(who)
                        && call.path("outcome").asString().equals("talking")
                        && call.path("parkedIn").isNull());
    }

    /** That place is among the words. */
    boolean tells(short[] heard, int place) {
        return Hearing.share(heard, box.api().sound("/api/prompts/uk/digit." + place)) > 0.3;
    }

    @Override
    public void close() {
        List.of(olena, ivan).forEach(SwiftPhone::close);
        direct.close();
        box.close();
    }
}
