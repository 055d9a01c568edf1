package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.tone.CountryTones;

class FlashTest {
    @ParameterizedTest
    @CsvSource({
        "US, 500", "CA, 600", "GB, 80", "GB, 100", "DE, 80", "DE, 120", "DE, 310", "FR, 270", "RU, 100", "RU, 600",
                "UA, 80", "UA, 600",
        "BY, 100", "KZ, 600", "NL, 100", "IT, 100", "AU, 100", "CN, 100", "CN, 600", "BR, 300", "IN, 600", "ES, 100",
                "PL, 100", "JP, 600"
    })
    void whatTheTelephonesOfACountrySendIsAFlash(String country, int millis) {
        assertThat(events(country, millis)).containsExactly(HookWatch.Event.FLASHED);
    }

    @Test
    void inEveryCountryALongerBreakIsAHangUpAndAShorterOneNothing() {
        for (String country : CountryTones.countries()) {
            int to = FlashWindow.of(country).to();
            assertThat(events(country, to + 130)).as(country).contains(HookWatch.Event.LAID_DOWN);
            assertThat(events(country, to + 60)).as(country).isEmpty();
            assertThat(events(country, 10)).as(country).isEmpty();
        }
    }

    @Test
    void aSecondBreakWithinAQuarterOfASecondIsNoFlash() {
        assertThat(events("UA", 60, 60, 60)).isEmpty();
    }

    /** A dial of 12 pulses a second breaks for 46 to 58 ms: of one train some breaks lie in the window and some do not. */
    @Test
    void breaksOfWhichSomeLieInTheWindowAreATrainAllTheSame() {
        assertThat(events("UA", 50, 40)).isEmpty();
        assertThat(events("UA", 40, 50)).isEmpty();
        assertThat(events("GB", 40, 50, 40, 50, 40)).isEmpty();
        assertThat(events("US", 400, 60)).isEmpty();
        assertThat(events("UA", 100, 690)).isEmpty();
    }

    @Test
    void aPulseWithALongBreakBehindItIsItsDigitAndNoFlashAfterwards() {
        var watch = new HookWatch(50, 650);
        List<HookWatch.Event> events = new ArrayList<>();
        feed(watch, true, true, 500, new ArrayList<>());
        feed(watch, false, true, 60, events);
        feed(watch, true, true, 100, events);
        feed(watch, false, true, 200, events);
        feed(watch, true, true, 600, events);
        assertThat(events).containsExactly(HookWatch.Event.PULSED);
    }

    /** Breaks with 40 ms between them in a talk, then silence. */
    private static List<HookWatch.Event> events(String country, int... breaks) {
        var watch = new HookWatch(
                FlashWindow.of(country).from(), FlashWindow.of(country).to());
        List<HookWatch.Event> events = new ArrayList<>();
        feed(watch, true, false, 500, new ArrayList<>());
        for (int millis : breaks) {
            feed(watch, false, false, millis, events);
            feed(watch, true, false, 40, events);
        }
        feed(watch, true, false, 500, events);
        events.remove(HookWatch.Event.LIFTED);
        return events;
    }

    private static void feed(
            HookWatch watch, boolean closed, boolean collecting, int millis, List<HookWatch.Event> events) {
        for (int i = 0; i < millis; i += 10) {
            HookWatch.Event event = watch.frame(closed, collecting);
            if (event != HookWatch.Event.NOTHING) {
                events.add(event);
            }
        }
    }
}
