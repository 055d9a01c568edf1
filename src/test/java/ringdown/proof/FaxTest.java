package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** A machine calls (SITUATIONS 5, the row "fax"): it is heard from the answer on, whatever it is told meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
class FaxTest {
    private static final String FAX = "209";

    private static Office office;
    private static Box box;
    private static Box without;
    private static Trunk provider;

    private static Office office(String ports) {
        return new Office("""
                office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
                accounts:
                  - {name: installer, role: installer, password: change-me-now}
                people:
                  - {extension: 201, name: Олена Коваленко, phones: ["fxs:1"]}
                  - {extension: 202, name: Іван Бондар, phones: ["fxs:2"]}
                  - {extension: 209, name: Факс, phones: ["fxs:3"]}
                PORTS
                teams:
                  - {name: care, members: [201]}
                  - {name: sales, members: [202]}
                lines:
                  - {port: "fxo:1", number: "+380441230001", script: menu}
                  - {port: "fxo:2", number: "+380441230002", script: person}
                  - {port: "fxo:3", number: "+380441230004", script: queue}
                trunks:
                  - {name: provider, host: 127.0.0.1, port: 5090, user: office, secret: tr-secret, register: true,
                     numbers: ["+380441230003"], script: long}
                scripts:
                  menu:
                    menu: {"1": team sales, otherwise: team sales, after: 30s}
                    otherwise: message
                  person: {stages: [{ring: team care, for: 60s}], otherwise: message}
                  queue: {stages: [{queue: team sales, for: 90s, say: [place], every: 5s}], otherwise: message}
                  long:
                    greeting: "Вітаємо! Ви зателефонували до стоматології «Ромашка». Ми працюємо щодня, крім неділі. Наша адреса, вулиця Хрещатик, двадцять два, другий поверх."
                    otherwise: message
                """.replace("PORTS", ports)).with("port: 5090", "port: " + Ports.free());
    }

    @BeforeAll
    static void start() {
        office = office("ports: [{port: \"fxs:3\", use: fax}]");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        without = Box.running(office(""), "2026-11-23T10:00:00+02:00");
        provider = Trunk.of(office, "provider").serves(box);
    }

    @AfterAll
    static void stop() {
        provider.close();
        box.close();
        without.close();
    }

    private static void isTakenByTheFax(String number) {
        Handset machine = box.telephone(3);
        machine.isRung().lifts().hears(0.4);
        machine.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo(FAX);
        assertThat(box.promises(number, "owed")).isEmpty();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void aFaxIsHeardInAMenuInAQueueInAGreetingAndByWhoeverHasLifted() {
        Line menu = box.line(1);
        menu.rings("+380671500001", "etsi-before-ring").isAnswered().says(NightTest.calling(8));
        isTakenByTheFax("+380671500001");
        menu.hangsUp();

        SipCall caller = provider.calls(Trunk.Shown.as("+380671500002"), "+380441230003")
                .isAnswered()
                .says(NightTest.calling(8));
        isTakenByTheFax("+380671500002");
        caller.isOver();

        Line queue = box.line(3);
        box.telephone(2).isQuiet();
        queue.rings("+380671500003", "etsi-before-ring").isAnswered().says(NightTest.calling(8));
        isTakenByTheFax("+380671500003");
        queue.hangsUp();
        box.telephone(2).isQuiet();

        Line person = box.line(2);
        person.rings("+380671500004", "etsi-before-ring");
        Handset olena = box.telephone(1).isRung().lifts();
        person.isAnswered().says(NightTest.calling(8));
        isTakenByTheFax("+380671500004");
        olena.hangsUp();
        person.hangsUp();
        JsonNode call = box.callsOf("+380671500004").getFirst();
        assertThat(call.path("stages").toString()).contains("201").contains(FAX);
    }

    @Test
    void whereThereIsNoFaxTheCallEndsAndNothingIsOwed() {
        String number = "+380671500005";
        Line line = without.line(1);
        line.rings(number, "etsi-before-ring").isAnswered().says(NightTest.calling(8));
        line.is("released", "idle").hangsUp();
        assertThat(without.endedCall(number).path("outcome").asString()).isEqualTo("refused");
        assertThat(without.promises(number, "owed")).isEmpty();
        assertThat(without.balance().path("balanced").asBoolean()).isTrue();
    }
}
