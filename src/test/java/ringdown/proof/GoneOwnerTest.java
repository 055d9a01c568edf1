package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 9: whoever owes a call, and the head to whom it went, may fall ill or leave the file; somebody who works has it at once. */
@Execution(ExecutionMode.CONCURRENT)
class GoneOwnerTest {
    private static final String CALLED = "+48225550199";
    private static final String CALLER = "+48601200300";

    private static String file(int port, String people, String teams) {
        return """
                office: {name: Warsztat Lis, country: PL, language: en, timeZone: Europe/Warsaw}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "08:00-16:00"}}
                people:
                %s
                teams:
                %s
                trunks:
                  - {name: orange, host: 127.0.0.1, port: %d, user: lis, secret: orange-s, register: true, numbers: ["%s"], script: shop}
                scripts:
                  shop: {stages: [{ring: 52, for: 30s}], responsible: shop, otherwise: message}
                """.formatted(people.indent(2).stripTrailing(), teams.indent(2).stripTrailing(), port, CALLED);
    }

    private static void becomes(Box box, String yaml) {
        var answer = box.api().send("PUT", "/api/office", yaml.getBytes(StandardCharsets.UTF_8), "application/yaml");
        assertThat(answer.statusCode()).as(Api.text(answer)).isLessThan(300);
    }

    private static JsonNode owed(Box box) {
        return box.promises(CALLER, "owed").getFirst();
    }

    @Test
    void whatIsOwedAndWhatIsOverdueGoesToSomebodyWhoWorksWhoeverIsGone() {
        int port = Ports.free();
        String ewa = "- {extension: 51, name: Ewa Lis, phones: [sip], secret: s3cret-51}\n";
        String jan = "- {extension: 52, name: Jan Wilk, phones: [sip], secret: s3cret-52, deputies: [53]%s}\n";
        String ola = "- {extension: 53, name: Ola Sowa, phones: [sip], secret: s3cret-53}\n";
        String shop = "- {name: shop, members: [51], head: 52}\n";
        Office office = new Office(file(port, ewa + jan.formatted("") + ola, shop));
        try (Trunk orange = Trunk.of(office, "orange");
                Box box = Box.running(office, "2026-10-23T09:40:00+02:00");
                SwiftPhone phone = SwiftPhone.registers(box, "52")) {
            orange.serves(box);
            SipCall caller = orange.calls(Trunk.Shown.as(CALLER), CALLED).isRinging();
            phone.isRung();
            caller.hangsUp();
            box.endedCall(CALLER);
            assertThat(owed(box).path("owner").asString()).isEqualTo("51");
            box.clockReads("2026-10-23T11:00:00+02:00");
            Until.holds("the head has it", () -> owed(box).path("escalatedTo").asString(""), "52"::equals);

            String ill = ", absences: [{from: 2026-10-23, to: 2026-10-26, why: flu}]";
            becomes(box, file(port, ewa + jan.formatted(ill) + ola, shop));
            Until.holds(
                    "the head's deputy has it",
                    () -> owed(box).path("escalatedTo").asString(),
                    "53"::equals);
            assertThat(box.api().list("/api/tocall?owner=53")).hasSize(1);
            assertThat(owed(box).path("owner").asString()).isEqualTo("51");

            becomes(box, file(port, jan.formatted(ill) + ola, "- {name: shop, members: [53]}\n"));
            Until.holds(
                    "somebody who works owes it", () -> owed(box).path("owner").asString(), "53"::equals);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }
}
