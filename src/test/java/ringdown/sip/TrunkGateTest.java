package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.notice.Alarm;
import ringdown.office.Network;
import ringdown.office.Trunk;

/** From where a provider's calls are taken: whoever has got to know the box's Contact calls for nothing from anywhere else. */
class TrunkGateTest {
    private static final String ELSEWHERE = "127.66.5.1";

    private static TestBox box(List<Network> from) throws Exception {
        Trunk usual = TestBox.trunk(TestBox.freePort(), false);
        Trunk trunk = new Trunk(
                usual.name(),
                usual.host(),
                usual.port(),
                usual.user(),
                usual.secret(),
                false,
                usual.numbers(),
                null,
                null,
                null,
                usual.provider(),
                from);
        return new TestBox(new TestBox.Kept(), TestBox.freePort(), List.of(trunk));
    }

    private static String contact(TestBox box) {
        return ((SipTrunk) box.edge.trunks().getFirst()).contactUser();
    }

    @Test
    void callsForTheContactAreTakenFromTheProvidersHostAndFromNowhereElse() throws Exception {
        try (var box = box(List.of());
                var stranger = new Attacker(box.address, ELSEWHERE);
                var provider = new Attacker(box.address, "127.0.0.1")) {
            assertThat(stranger.calls(contact(box), "anybody", "", Patience.millis()))
                    .startsWith("SIP/2.0 401");
            assertThat(box.exchange.arrivals).isEmpty();
            assertThat(box.alarms.list(true)).singleElement().satisfies(alarm -> {
                assertThat(alarm.what()).isEqualTo("trunkForeign");
                assertThat(alarm.where()).isEqualTo("provider " + ELSEWHERE);
            });
            provider.calls(contact(box), "gateway", "", 1);
            Patience.until("its call comes in", () -> box.exchange.arrivals.size() == 1);
            box.office.replace(TestBox.office(TestBox.people(), List.of()));
            Patience.until(
                    "nobody is left to be told of", () -> box.alarms.list(true).isEmpty());
        }
    }

    @Test
    void theOfficeFileMayNameTheAddressesAndThenNoOthersCount() throws Exception {
        try (var box = box(List.of(Network.parse("127.66.5.0/24")));
                var gateway = new Attacker(box.address, ELSEWHERE);
                var host = new Attacker(box.address, "127.0.0.1")) {
            gateway.calls(contact(box), "gateway", "", 1);
            Patience.until("its call comes in", () -> box.exchange.arrivals.size() == 1);
            assertThat(host.calls(contact(box), "anybody", "", Patience.millis()))
                    .startsWith("SIP/2.0 401");
            assertThat(box.alarms.list(true)).extracting(Alarm::what).containsExactly("trunkForeign");
        }
    }
}
