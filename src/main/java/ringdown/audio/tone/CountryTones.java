package ringdown.audio.tone;

import java.util.List;

/**
 * How the exchanges of one country sound and ring. Sources: the national supplements of ITU-T E.180, as the field's
 * tone tables give them.
 *
 * @param country ISO 3166 letters
 * @param dial dial tone
 * @param stutterDial dial tone that says that a service (mostly diversion or messages) is on
 * @param busy the far end is busy or gone
 * @param congestion no way through
 * @param ringback the far telephone rings
 * @param callWaiting a second call knocks
 * @param information special information tone before an announcement
 * @param howler the telephone was left off-hook
 * @param ringCadence ringing voltage, milliseconds on and off in turn
 * @param ringHz frequency of the ringing voltage
 */
public record CountryTones(
        String country,
        CadencedTone dial,
        CadencedTone stutterDial,
        CadencedTone busy,
        CadencedTone congestion,
        CadencedTone ringback,
        CadencedTone callWaiting,
        CadencedTone information,
        CadencedTone howler,
        List<Integer> ringCadence,
        double ringHz) {

    public CountryTones {
        ringCadence = List.copyOf(ringCadence);
        if (ringCadence.isEmpty()
                || ringCadence.size() % 2 != 0
                || ringCadence.stream().anyMatch(ms -> ms <= 0)) {
            throw new IllegalArgumentException("a ring cadence is pairs of milliseconds, not " + ringCadence);
        }
        if (!(ringHz >= 15 && ringHz <= 68)) {
            throw new IllegalArgumentException("ringing has 15 to 68 Hz, not " + ringHz);
        }
    }

    /** The country's tones; a country not in the table gets 425 Hz as ETSI TR 101 041 recommends. */
    public static CountryTones of(String iso3166) {
        return CountryTable.of(iso3166);
    }

    /** All countries of the table. */
    public static List<String> countries() {
        return CountryTable.countries();
    }

    /** The same country with another busy tone, for an exchange that differs. */
    public CountryTones withBusy(CadencedTone other) {
        return new CountryTones(
                country,
                dial,
                stutterDial,
                other,
                congestion,
                ringback,
                callWaiting,
                information,
                howler,
                ringCadence,
                ringHz);
    }
}
