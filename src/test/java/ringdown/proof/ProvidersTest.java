package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two providers and a line: which is taken, how numbers are written for each, and who takes the call when one fails. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of ProvidersTest")
class ProvidersTest {
    private static Box box;
    private static Office office;
    private static Trunk cheap;
    private static Trunk dear;
    private static SwiftPhone ewa;
    private static SwiftPhone jan;

    @BeforeAll
    static void start() {
        office = new Office("""
                office: {name: Biuro Sowa, country: PL, language: en, timeZone: Europe/Warsaw}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                people:
                  - {extension: 71, name: Ewa Sowa, phones: [sip], secret: s3cret-71}
                  - {extension: 72, name: Jan Sowa, phones: [sip], secret: s3cret-72}
                lines:
                  - {port: "fxo:1", number: "+48585550151", order: 3, outgoing: always}
                trunks:
                  - {name: dear, host: 127.0.0.1, port: %d, order: 2, watch: 10s, numbers: ["+48585550152"], dial: {number: international, prefix: "77"}}
                  - {name: cheap, host: 127.0.0.1, port: %d, order: 1, watch: 10s, numbers: ["+48585550153"], channels: 1, dial: {number: national}, show: {number: international}}
                """.formatted(Ports.free(), Ports.free()));
        cheap = Trunk.of(office, "cheap");
        dear = Trunk.of(office, "dear");
        box = Box.running(office, "2026-11-23T10:00:00+01:00");
        cheap.serves(box);
        dear.serves(box);
        ewa = SwiftPhone.registers(box, "71");
        jan = SwiftPhone.registers(box, "72");
    }

    @AfterEach
    void nothingIsLeft() {
        cheap.isFull(false);
        dear.isFull(false);
        ewa.laysDown();
        jan.laysDown();
        cheap.hangsUp();
        dear.hangsUp();
        box.line(1).isFree();
        Until.holds("every leg has ended", () -> cheap.open() + dear.open() + ewa.open() + jan.open() == 0);
    }

    @AfterAll
    static void stop() {
        ewa.close();
        jan.close();
        cheap.close();
        dear.close();
        box.close();
    }

    @Test
    void theCheaperOneIsTakenWhileItHasAChannelAndEachReadsNumbersInItsOwnWay() {
        SipCall first = ewa.dials("601300001");
        SipCall overCheap = cheap.isCalled().lifts();
        first.isAnswered();
        assertThat(overCheap.invite().first()).startsWith("INVITE sip:601300001@");
        assertThat(overCheap.invite().header("From")).contains("<sip:48585550153@");
        SipCall second = jan.dials("+4930123456");
        SipCall overDear = dear.isCalled().lifts();
        second.isAnswered();
        assertThat(overDear.invite().first()).startsWith("INVITE sip:774930123456@");
        assertThat(overDear.invite().header("From")).contains("<sip:+48585550152@");
    }

    @Test
    void whereOneTakesNoCallTheNextIsDialledAtOnceAndLastOfAllTheLine() {
        cheap.isFull(true);
        SipCall call = ewa.dials("601300002");
        dear.isCalled().lifts();
        call.isAnswered();
        call.hangsUp();
        ewa.isFree();
        dear.isFull(true);
        SipCall again = ewa.dials("601300003");
        Until.holds("the line has dialled", () -> box.line(1).dialled(), "601300003"::equals);
        again.hangsUp();
    }

    @Test
    void aProviderThatIsGoneIsPassedOverUntilItAnswersAgain() {
        cheap.close();
        SipCall call = ewa.dials("601300004");
        dear.isCalled().lifts(); // nothing came of the first
        call.isAnswered();
        call.hangsUp();
        Until.holds(
                "an alarm",
                () -> box.api().list("/api/alarms?state=open").toString(),
                alarms -> alarms.contains("trunkUnreachable"));
        Until.holds(
                "the page says so",
                () -> box.api().get("/api/health").path("lines").toString(),
                lines -> lines.matches(".*\"cheap\",\"state\":\"unreachable\".*"));
        Until.holds(
                "the deaf time is entered",
                () -> box.api().list("/api/ledger/deaf").toString(),
                deaf -> deaf.contains("the provider does not answer"));
        ewa.isFree();
        ewa.dials("601300005");
        dear.isCalled().lifts();

        cheap = Trunk.of(office, "cheap");
        cheap.serves(box);
        Until.holds(
                "no alarm",
                () -> box.api().list("/api/alarms?state=open").toString(),
                alarms -> !alarms.contains("trunkUnreachable"));
        jan.dials("601300006");
        cheap.isCalled().lifts();
    }
}
