package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A house in which each of twenty telephones has the lamps of all fifty people. */
@Execution(ExecutionMode.CONCURRENT)
class HouseOfLampsTest {
    private static final List<String> PEOPLE =
            IntStream.rangeClosed(201, 250).mapToObj(Integer::toString).toList();
    /** Who has a telephone that is rung; the others have never registered one. */
    private static final List<String> RUNG = PEOPLE.subList(0, 20);

    /** Rings, is answered and ends, each in at most so many steps that can be told apart. */
    private static final int STEPS = 8;

    @Test
    void aCallThatRingsTwentyPeopleIsSeenByEverybodyInOrderAndNobodyElsesLampIsTouched() {
        Office office = office();
        List<SwiftPhone> phones = new ArrayList<>();
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            direct.serves(box);
            for (String extension : RUNG) {
                SwiftPhone phone = SwiftPhone.registers(box, extension);
                phones.add(phone);
                PEOPLE.forEach(phone.keys()::watch);
                everybodyIs(List.of(phone), PEOPLE, "terminated");
            }
            SipCall caller = direct.calls(Trunk.Shown.as("+380671490001"), "0441230004");
            everybodyIs(phones, RUNG, "early");
            phones.get(7).isRung().lifts();
            caller.isAnswered();
            List<String> others =
                    RUNG.stream().filter(who -> !who.equals(RUNG.get(7))).toList();
            everybodyIs(phones, others, "terminated");
            everybodyIs(phones, List.of(RUNG.get(7)), "confirmed");
            caller.hangsUp();
            everybodyIs(phones, PEOPLE, "terminated");
            phones.forEach(phone -> PEOPLE.forEach(who -> wasToldInOrder(phone, who)));
        } finally {
            phones.forEach(SwiftPhone::close);
        }
    }

    private static void everybodyIs(List<SwiftPhone> phones, List<String> people, String state) {
        for (SwiftPhone phone : phones) {
            for (String who : people) {
                phone.keys().showsSoon(who, state);
            }
        }
    }

    private static void wasToldInOrder(SwiftPhone phone, String who) {
        List<SipText> told = phone.keys().told(who);
        assertThat(told)
                .as("versions of " + who)
                .extracting(notify -> SipText.found(notify.body(), "version=\"(\\d+)\""))
                .isEqualTo(IntStream.range(0, told.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(told)
                .as("what was told of " + who)
                .hasSizeLessThanOrEqualTo(RUNG.contains(who) ? 1 + 3 * STEPS : 1)
                .allMatch(notify -> notify.body().contains("entity=\"sip:" + who + "@"));
    }

    /** All but 201 to 203 of the contract are people who only have a telephone; one provider rings the twenty. */
    private static Office office() {
        StringBuilder people = new StringBuilder("teams:\n");
        PEOPLE.stream()
                .skip(3)
                .map(who -> "  - {extension: " + who + ", name: Person " + who + ", phones: [sip], secret: s3cret-"
                        + who + "}\n")
                .forEach(line -> people.insert(people.indexOf("teams:"), line));
        return Office.ofTheContract()
                .with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "phones: [sip], secret: s3cret-202")
                .with("phones: [\"fxs:2\"]", "phones: [sip], secret: s3cret-203")
                .with("teams:\n", people + "  - {name: house, members: [" + String.join(", ", RUNG) + "]}\n")
                .with(
                        "contacts:  ",
                        "  - {name: direct, host: 127.0.0.1, port: " + Ports.free()
                                + ", numbers: [\"+380441230004\"], script: direct}\ncontacts:  ")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: team house, for: 900s}
                            otherwise: message
                        """);
    }
}
