package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.sip.Attacker;
import tools.jackson.databind.JsonNode;

/** Help is called from SIP telephones, over a provider, whatever is banned, and the dispatcher calls back (LINES rule 1). */
@Execution(ExecutionMode.CONCURRENT)
class HelpOverSipTest {
    private static final String CALLED = "+48585550150";
    private static final String STRANGER = "127.66.3.1";

    private static Office office() {
        return new Office("""
                office: {name: Stocznia Mewa, country: PL, language: en, timeZone: Europe/Warsaw}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "08:00-16:00"}}
                people:
                  - {extension: 71, name: Kasia Mewa, phones: [sip], secret: s3cret-71}
                  - {extension: 72, name: Jan Dawny, phones: [sip], secret: s3cret-72, left: 2026-10-01, successor: 71}
                teams: [{name: yard, members: [71], head: 71}]
                lines: # both will be cut
                  - {port: "fxo:1", number: "+48585550151", direction: in, script: yard}
                  - {port: "fxo:2", number: "+48585550152", direction: in, script: yard}
                trunks:
                  - {name: gdansk, host: 127.0.0.1, port: %d, user: mewa, secret: gdansk-s, register: true, numbers: ["%s"], script: yard}
                scripts:
                  yard: {stages: [{ring: team yard, for: 30s}], otherwise: message}
                """.formatted(Ports.free(), CALLED));
    }

    @Test
    void helpGoesOutAndTheDispatcherComesInWhateverIsBannedAndWhoeverHasLeft() throws Exception {
        Office office = office();
        try (Trunk gdansk = Trunk.of(office, "gdansk");
                Box box = Box.running(office, "2026-10-14T20:00:00+02:00")) {
            box.line(1).behaves(Map.of("cut", true));
            box.line(2).behaves(Map.of("cut", true));
            gdansk.serves(box);
            try (Attacker attacker = attacks(box);
                    SwiftPhone kasia = SwiftPhone.registers(box, "71");
                    SwiftPhone jan = SwiftPhone.unregistered(box, "72")) {
                goesOut(gdansk, jan.dials("112"), "112"); // has left the office a fortnight ago
                SipCall dispatcher = gdansk.calls(Trunk.Shown.as("+48583010112"), CALLED);
                kasia.isRung().lifts(); // the front desk; closed though the office is
                dispatcher.isAnswered().hangsUp();
                goesOut(gdansk, kasia.dials("9998"), "998");
                fromTheBannedAddress(box, attacker, gdansk);
            }
            aBanOutlivesARestartAndIsLifted(box);
        }
    }

    /** Guesses until it is banned. */
    private static Attacker attacks(Box box) throws Exception {
        Attacker attacker = new Attacker(new InetSocketAddress("127.0.0.1", box.sip()), STRANGER);
        String challenge = attacker.asks("REGISTER", "71", "");
        for (int i = 0; i < 150; i++) {
            attacker.throwsIn("REGISTER", "71", attacker.guess(challenge, "REGISTER", "71", "guess" + i));
        }
        JsonNode ban =
                Until.holds("a ban", () -> bans(box), all -> !all.isEmpty()).getFirst();
        assertThat(ban.path("address").asString()).isEqualTo(STRANGER);
        assertThat(ban.path("reason").asString()).isEqualTo("100 wrong passwords within an hour, all for 71");
        Until.holds(
                "an alarm",
                () -> box.api().list("/api/alarms?state=open").toString(),
                alarms -> alarms.contains("addressBanned") && alarms.contains(STRANGER));
        assertThat(attacker.calls("0585550199", "71", "", 300))
                .as("a banned address")
                .isEmpty();
        return attacker;
    }

    private static List<JsonNode> bans(Box box) {
        return box.api().list("/api/bans");
    }

    private static void goesOut(Trunk gdansk, SipCall call, String number) {
        SipCall help = gdansk.isCalled();
        assertThat(help.number()).isEqualTo(number);
        help.lifts();
        call.isAnswered().hangsUp();
        help.isOver();
    }

    private static void fromTheBannedAddress(Box box, Attacker attacker, Trunk gdansk) throws Exception {
        String challenge = attacker.calls("112", "71", "", Math.toIntExact(Until.PATIENCE.toMillis()));
        assertThat(challenge).startsWith("SIP/2.0 401");
        String uri = "sip:112@127.0.0.1:" + box.sip();
        attacker.calls("112", "71", attacker.proof(challenge, "INVITE", uri, "71", "s3cret-71"), 1);
        assertThat(gdansk.isCalled().refuses(486).number()).isEqualTo("112");
    }

    private static void aBanOutlivesARestartAndIsLifted(Box box) {
        box.stop();
        box.again("2026-10-14T20:30:00+02:00");
        assertThat(bans(box)).hasSize(1);
        box.api().delete("/api/bans/" + STRANGER);
        assertThat(bans(box)).isEmpty();
        assertThat(box.api()
                        .send("DELETE", "/api/bans/" + STRANGER, new byte[0], null)
                        .statusCode())
                .isEqualTo(404);
    }
}
