package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SITUATIONS 7: the last idle incoming line stays free, also of several who want the last lines in the same moment. */
@Execution(ExecutionMode.CONCURRENT)
class LastLineRaceTest {
    private static final String OWED = "+380671490001";
    private static final Office FOUR_LINES = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
              - {extension: 202, name: Іван Бондар, phones: [sip], secret: s3cret-202}
              - {extension: 203, name: Марія Шевченко, phones: [sip], secret: s3cret-203}
              - {extension: 204, name: Юрій Лис, phones: [sip], secret: s3cret-204}
              - {extension: 205, name: Анна Рись, phones: ["fxs:1"]}
            teams:
              - {name: desk, members: [205], head: 205}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: mobile}
              - {port: "fxo:2", number: "+380441230002", script: desk}
              - {port: "fxo:3", number: "+380441230003", script: desk}
              - {port: "fxo:4", number: "+380441230004", script: desk}
            scripts:
              mobile:
                stages:
                  - {ring: "+380671110101", for: 60s}
                otherwise: message
              desk:
                stages:
                  - {ring: team desk, for: 15s}
                otherwise: promise
            """);

    /** A mobile target, three who dial and a call-back: five want one of three lines at once. */
    @Test
    void ofSeveralWhoCallOutAtOnceNobodyTakesTheLastIdleIncomingLine() {
        try (Box box = Box.running(FOUR_LINES, "2026-11-23T10:00:00+02:00");
                SwiftPhone olena = SwiftPhone.registers(box, "201");
                SwiftPhone ivan = SwiftPhone.registers(box, "202");
                SwiftPhone maria = SwiftPhone.registers(box, "203");
                SwiftPhone yuri = SwiftPhone.registers(box, "204")) {
            IntStream.rangeClosed(1, 4).forEach(n -> box.line(n).behaves(Map.of("noAnswer", true)));
            box.line(4).rings(OWED, "etsi-before-ring").isRecorded();
            box.line(4).hangsUp().isFree();
            box.endedCall(OWED);
            String promise = box.promises(OWED, "owed").getFirst().path("id").asString();
            box.api().post("/api/promises/" + promise + "/call", Map.of("from", 204));
            SipCall callBack = yuri.isRung();

            box.line(1).rings("+380671490002", "etsi-before-ring").isRecorded();
            List<SipCall> all = new ArrayList<>();
            for (SwiftPhone phone : List.of(olena, ivan, maria)) {
                all.add(phone.dials("0671490009"));
            }
            all.add(callBack.lifts());

            // those who find no line are told so; whoever has one goes on ringing there
            Until.holds("three lose", () -> all.stream().filter(SipCall::over).count() + refused(box), n -> n >= 3);
            Until.holds("a line dials", () -> dialled(box), n -> n >= 1);
            assertThat(dialled(box)).as("lines dialled on, of three").isLessThan(3);
            assertThat(IntStream.rangeClosed(2, 4).mapToObj(n -> box.line(n).dialled()))
                    .as("one line stays free for whoever calls")
                    .contains("");
            all.forEach(SipCall::hangsUp);
            box.line(1).hangsUp();
        }
    }

    private static long dialled(Box box) {
        return IntStream.rangeClosed(2, 4)
                .filter(n -> !box.line(n).dialled().isEmpty())
                .count();
    }

    /** 1 if the mobile of the caller on the first line could not be rung. */
    private static long refused(Box box) {
        String call =
                box.api().list("/api/calls?line=fxo:1").getFirst().path("id").asString();
        return box.call(call).path("events").toString().contains("the last idle incoming line stays free") ? 1 : 0;
    }
}
