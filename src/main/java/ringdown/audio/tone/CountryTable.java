package ringdown.audio.tone;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table behind {@link CountryTones}; a column left "-" takes the row of ETSI. */
final class CountryTable {
    /** Country | dial | busy | congestion | ring back | call waiting | ring cadence | ring Hz. */
    private static final String ROWS = """
            ETSI | 425 | 425 500,500 | 425 200,200 | 425 1000,4000 | 425 200,600,200,3000 | 1000,4000 | 25
            US | 350+440 | 480+620 500,500 | 480+620 250,250 | 440+480 2000,4000 | 440 300,10000 | 2000,4000 | 20
            CA | 350+440 | 480+620 500,500 | 480+620 250,250 | 440+480 2000,4000 | 440 300,10000 | 2000,4000 | 20
            GB | 350+440 | 400 375,375 | 400 400,350,225,525 | 400+450 400,200,400,2000 | 400 100,4000 | 400,200,400,2000 | 25
            DE | 425 | 425 480,480 | 425 240,240 | 425 1000,4000 | 425 200,200,200,5000 | 1000,4000 | 25
            FR | 440 | 440 500,500 | 440 250,250 | 440 1500,3500 | 440 300,10000 | 1500,3500 | 50
            IT | 425 200,200,600,1000 | 425 500,500 | 425 200,200 | 425 1000,4000 | - | 1000,4000 | 25
            ES | 425 | 425 200,200 | 425 200,200,200,200,200,600 | 425 1500,3000 | - | 1500,3000 | 25
            NL | 425 | 425 500,500 | 425 250,250 | 425 1000,4000 | - | 1000,4000 | 25
            PL | 425 | 425 500,500 | 425 500,500 | 425 1000,4000 | - | 1000,4000 | 25
            RU | 425 | 425 350,350 | 425 175,175 | 425 1000,4000 | 425 200,5000 | 1000,4000 | 25
            UA | 425 | 425 350,350 | 425 175,175 | 425 1000,4000 | 425 200,5000 | 1000,4000 | 25
            BY | 425 | 425 350,350 | 425 175,175 | 425 1000,4000 | 425 200,5000 | 1000,4000 | 25
            KZ | 425 | 425 350,350 | 425 175,175 | 425 1000,4000 | 425 200,5000 | 1000,4000 | 25
            BR | 425 | 425 250,250 | 425 250,250,750,250 | 425 1000,4000 | - | 1000,4000 | 25
            IN | 400*25 | 400 750,750 | 400 250,250 | 400*25 400,200,400,2000 | 400 200,100,200,7500 | 400,200,400,2000 | 25
            CN | 450 | 450 350,350 | 450 700,700 | 450 1000,4000 | 450 400,4000 | 1000,4000 | 25
            AU | 413+438 | 425 375,375 | 425 375,375/425@-10 375,375 | 413+438 400,200,400,2000 | 425 200,200,200,4400 | 400,200,400,2000 | 25
            JP | 400 | 400 500,500 | 400 500,500 | 400*16 1000,2000 | 400 100,100,100,3000 | 1000,2000 | 16
            """;

    /** Special information tone, ITU-T E.180 §8.5: the same everywhere. */
    private static final CadencedTone INFORMATION = CadencedTone.parse("950 330/1400 330/1800 330,1000");

    private static final Map<String, CountryTones> TABLE = table();

    private CountryTable() {}

    static CountryTones of(String iso3166) {
        String country = iso3166.strip().toUpperCase(Locale.ROOT);
        CountryTones known = TABLE.get(country.equals("UK") ? "GB" : country);
        return known != null ? known : row(country, ROWS.lines().findFirst().orElseThrow());
    }

    static List<String> countries() {
        return TABLE.keySet().stream().filter(name -> name.length() == 2).toList();
    }

    private static Map<String, CountryTones> table() {
        Map<String, CountryTones> table = new LinkedHashMap<>();
        ROWS.lines().forEach(row -> {
            String country = row.split("\\|", 2)[0].strip();
            table.put(country, row(country, row));
        });
        return table;
    }

    private static CountryTones row(String country, String row) {
        String[] cells = row.split("\\|");
        String etsi = ROWS.lines().findFirst().orElseThrow();
        String waiting = cells[5].strip().equals("-") ? etsi.split("\\|")[5] : cells[5];
        CadencedTone dial = CadencedTone.parse(cells[1]);
        return new CountryTones(
                country,
                dial,
                stutter(dial),
                CadencedTone.parse(cells[2]),
                CadencedTone.parse(cells[3]),
                CadencedTone.parse(cells[4]),
                CadencedTone.parse(waiting),
                INFORMATION,
                howler(country),
                Arrays.stream(cells[6].strip().split(",")).map(Integer::valueOf).toList(),
                Double.parseDouble(cells[7]));
    }

    /** A round of ten short and one long piece: near enough to a stutter that then stands, and never ends. */
    private static CadencedTone stutter(CadencedTone dial) {
        String tone = String.valueOf(dial.steps().getFirst().tone());
        return CadencedTone.parse(tone + " 100,100,100,100,100,100,100,100,100,100,100,100,4000,100");
    }

    /** North America sends four frequencies; two of them are enough to be heard across a room. */
    private static CadencedTone howler(String country) {
        return CadencedTone.parse(
                country.equals("US") || country.equals("CA") ? "1400+2060 100,100" : "425+1400 100,100");
    }
}
