package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.audio.tone.CountryTones;
import ringdown.board.proslic.CountryRow;
import ringdown.line.FxsCard;

class PowerUpTest {
    /** Registers 16, 26, 30 of facts 2.5; 31 with full scale, 8 ms off-hook counter and low voltages shown. */
    @ParameterizedTest
    @CsvSource({
        "US, 00, C0, 00, E3", "DE, 00, C2, 03, EB", "GB, 00, C2, 05, EB", "FR, 00, C2, 02, EB", "PL, 03, C0, 00, E3",
        "UA, 00, 30, 00, E3", "RU, 00, 30, 00, E3", "KZ, 00, C0, 00, E3", "CN, 00, 30, 0F, E3", "AU, 40, 30, 03, E3",
        "IN, 00, C0, 04, E3", "JP, 00, 30, 00, E3", "BR, 00, 30, 00, E3", "XK, 00, C2, 02, E3"
    })
    void anOutsideLineIsTerminatedAsItsCountryDemands(String country, String r16, String r26, String r30, String r31) {
        var chip = new Bay(country, 2, 0).board.silicon().exchangeBuses().getLast();
        assertThat(chip.read(16)).isEqualTo(Integer.parseInt(r16, 16));
        assertThat(chip.read(26)).isEqualTo(Integer.parseInt(r26, 16));
        assertThat(chip.read(30)).isEqualTo(Integer.parseInt(r30, 16));
        assertThat(chip.read(31)).isEqualTo(Integer.parseInt(r31, 16));
        assertThat(chip.read(5)).as("on hook, hearing").isEqualTo(0x08);
        assertThat(chip.read(33)).as("A-law on the highway").isEqualTo(0x20);
        assertThat(chip.read(34) + chip.read(36)).as("second slot, both ways").isEqualTo(16);
    }

    @Test
    void everyCountryWithTonesHasARowOfItsOwn() {
        for (String country : CountryTones.countries()) {
            assertThat(CountryRow.of(country).ringHz())
                    .as(country)
                    .isCloseTo(CountryTones.of(country).ringHz(), Offset.offset(0.7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "UA", "FR", "JP", "DE"})
    void aTelephoneIsRungWithTheCountrysFrequencyAndVoltage(String country) {
        Bay bay = new Bay(country, 0, 1);
        assertThat(bay.telephone().feed()).isEqualTo(FxsCard.Feed.FORWARD);
        assertThat(bay.si3210().read(82)).as("battery above the ringing's peak").isGreaterThan(190);
        bay.port().feed(FxsCard.Feed.RINGING);
        bay.run(10);
        assertThat(bay.telephone().ringing()).isTrue();
        CountryRow row = CountryRow.of(country);
        assertThat(bay.telephone().ringHz()).isCloseTo(row.ringHz(), Percentage.withPercentage(1));
        assertThat(bay.telephone().ringVrms())
                .isCloseTo(row.ringPeakVolts() / Math.sqrt(2), Percentage.withPercentage(2));
    }

    @Test
    void aCalibratedPortHasBalancedItsTransistors() {
        var chip = new Bay("UA", 0, 1).si3210();
        assertThat(chip.read(96)).as("calibration ended").isZero();
        assertThat(chip.read(88) + chip.read(89))
                .as("no current on an open line")
                .isZero();
        assertThat(chip.read(98)).as("and was sought from above").isEqualTo(0x1A);
        assertThat(chip.read(93)).isEqualTo(0x99);
        assertThat(chip.read(8)).isZero();
    }
}
