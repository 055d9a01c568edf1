package ringdown.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.0/24, 192.168.1.255, true",
        "192.168.1.77/24, 192.168.1.1, true",
        "192.168.1.0/24, 192.168.2.1, false",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "203.0.113.9, 203.0.113.9, true",
        "203.0.113.9, 203.0.113.8, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.0/8, 2001:db8::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void whatLiesInANetwork(String network, String address, boolean inside) {
        assertThat(Network.parse(network).contains(Network.address(address).orElseThrow()))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office.example",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0/8/8",
                "/8",
                "",
                "10.0.0.256",
                "2001:db8::/129"
            })
    void whatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Read, written and read again; what lets half of the world in is a fault. */
    @Test
    void networksStandInTheOfficeFile() {
        String yaml = """
                office: {name: A, country: UA, ownNetworks: ["10.20.0.0/16", "2001:db8::/48"]}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "09:00-18:00"}}
                people: [{extension: 201, name: Олена, phones: [sip], secret: abcdefgh}]
                trunks: [{name: one, host: sip.example, from: ["203.0.113.0/26", "198.51.100.7"]}]
                scripts: {front: {stages: [{ring: 201, for: 15s}], otherwise: message}}
                """;
        Office office = ((Reading.Good) OfficeFile.read(yaml)).office();
        assertThat(office.info().ownNetworks()).hasToString("[10.20.0.0/16, 2001:db8:0:0:0:0:0:0/48]");
        assertThat(office.trunks().getFirst().from()).hasToString("[203.0.113.0/26, 198.51.100.7]");
        Office again = ((Reading.Good) OfficeFile.read(OfficeFile.write(office, List.of(), true))).office();
        assertThat(again.info()).isEqualTo(office.info());
        assertThat(again.trunks()).isEqualTo(office.trunks());
        assertThat(((Reading.Faulty) OfficeFile.read(yaml.replace("10.20.0.0/16", "0.0.0.0/0"))).faults())
                .singleElement()
                .asString()
                .contains("ownNetworks")
                .contains("too wide");
    }
}
