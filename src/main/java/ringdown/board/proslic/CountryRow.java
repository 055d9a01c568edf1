package ringdown.board.proslic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a country's copper is met. The four FXO registers are those of the chip's data sheet as DAHDI's table gives them (facts 2.5);
 * Ukraine and Belarus take Russia's row. Ringing: frequency and peak voltage out of the port (facts 3.5, 6.2).
 *
 * @param international reg 16: hook switch speed, ringer impedance and threshold
 * @param dcTermination reg 26
 * @param acTermination reg 30, low four bits
 * @param daaControl5 reg 31, the country's bits
 * @param telephoneImpedance Si3210 reg 10, bits 2 to 0: the same impedance for a telephone
 * @param ringHz ringing frequency of the FXS port
 * @param ringPeakVolts its amplitude
 */
public record CountryRow(
        int international,
        int dcTermination,
        int acTermination,
        int daaControl5,
        int telephoneImpedance,
        double ringHz,
        int ringPeakVolts) {
    /** Country | 16 | 26 | 30 | 31 | Si3210 impedance | ring Hz | ring V peak. */
    private static final String ROWS = """
            ETSI | 00 | C2 | 02 | 20 | 4 | 25    | 85
            US   | 00 | C0 | 00 | 20 | 0 | 20    | 70
            CA   | 00 | C0 | 00 | 20 | 0 | 20    | 70
            GB   | 00 | C2 | 05 | 28 | 4 | 25    | 85
            DE   | 00 | C2 | 03 | 28 | 5 | 25    | 85
            FR   | 00 | C2 | 02 | 28 | 4 | 50    | 85
            IT   | 00 | C2 | 02 | 28 | 4 | 25    | 85
            ES   | 00 | C2 | 02 | 28 | 4 | 25    | 85
            NL   | 00 | C2 | 02 | 28 | 4 | 25    | 85
            PL   | 03 | C0 | 00 | 20 | 0 | 25    | 85
            RU   | 00 | 30 | 00 | 20 | 0 | 25    | 85
            UA   | 00 | 30 | 00 | 20 | 0 | 25    | 85
            BY   | 00 | 30 | 00 | 20 | 0 | 25    | 85
            KZ   | 00 | C0 | 00 | 20 | 0 | 25    | 85
            BR   | 00 | 30 | 00 | 20 | 0 | 25    | 85
            IN   | 00 | C0 | 04 | 20 | 7 | 25    | 85
            CN   | 00 | 30 | 0F | 20 | 7 | 25    | 85
            AU   | 40 | 30 | 03 | 20 | 5 | 25    | 85
            JP   | 00 | 30 | 00 | 20 | 0 | 16.67 | 70
            """;

    private static final Map<String, CountryRow> TABLE = table();

    public CountryRow {
        if (acTermination < 0 || acTermination > 15 || telephoneImpedance < 0 || telephoneImpedance > 7) {
            throw new IllegalArgumentException("an impedance is one of 16, a telephone's one of 8");
        }
        if (!(ringHz >= 15 && ringHz <= 68) || ringPeakVolts < 45 || ringPeakVolts > 89) {
            throw new IllegalArgumentException("a port rings with 15 to 68 Hz and 45 to 89 V");
        }
    }

    /** The row of the country (ISO 3166); a country not in the table gets the European one (TBR 21). */
    public static CountryRow of(String iso3166) {
        String country = iso3166.strip().toUpperCase(Locale.ROOT);
        CountryRow known = TABLE.get(country.equals("UK") ? "GB" : country);
        return known == null
                ? TABLE.getOrDefault("ETSI", row(ROWS.lines().findFirst().orElseThrow()))
                : known;
    }

    private static Map<String, CountryRow> table() {
        Map<String, CountryRow> table = new HashMap<>();
        ROWS.lines().forEach(line -> table.put(line.split("\\|", 2)[0].strip(), row(line)));
        return table;
    }

    private static CountryRow row(String line) {
        String[] cell = line.replace(" ", "").split("\\|", -1);
        return new CountryRow(
                hex(cell[1]),
                hex(cell[2]),
                hex(cell[3]),
                hex(cell[4]),
                hex(cell[5]),
                Double.parseDouble(cell[6]),
                Integer.parseInt(cell[7]));
    }

    private static int hex(String cell) {
        return Integer.parseInt(cell, 16);
    }

    /** The AC termination that a line side can make: the Si3018 has only 0, 3, 4 and 15 (data sheet table 18); 3 is the nearest of the rest. */
    int acTermination(int lineSide) {
        boolean any = lineSide != Si3050Registers.SI3018;
        boolean has = acTermination == 0 || acTermination == 3 || acTermination == 4 || acTermination == 15;
        return any || has ? acTermination : 3;
    }
}
