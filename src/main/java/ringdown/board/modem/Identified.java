package ringdown.board.modem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinylog.Logger;
import ringdown.line.Fault;

/**
 * A modem that has been asked who it is, and set up.
 *
 * @param form how it carries sound
 * @param duplex it says that it can hear and speak at once; whether it does shows in the first call
 */
record Identified(ModemProfile profile, SoundForm form, boolean duplex) {
    private static final Pattern FORM = Pattern.compile("\\s*(\\d+)\\s*,\\s*\"?([^\",]*)\"?\\s*,\\s*(\\d+)\\s*,.*");
    private static final int UNRANKED = 100;
    private static final List<String> QUESTIONS = List.of("ATI", "ATI0", "ATI3", "AT+FMI?", "AT+FMM?");

    /** Countries by ITU-T T.35, for the modem's impedance and ring detection; those that are not here keep the modem's own. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("US", "B5"),
            Map.entry("CA", "20"),
            Map.entry("GB", "B4"),
            Map.entry("FR", "3D"),
            Map.entry("DE", "42"),
            Map.entry("IT", "59"),
            Map.entry("ES", "A0"),
            Map.entry("PL", "8A"),
            Map.entry("NL", "7B"),
            Map.entry("JP", "00"),
            Map.entry("CN", "26"),
            Map.entry("IN", "53"),
            Map.entry("BR", "16"),
            Map.entry("AU", "09"),
            Map.entry("RU", "B8"),
            Map.entry("UA", "B8"),
            Map.entry("BY", "B8"),
            Map.entry("KZ", "B8"));

    /** One form of sound that the modem lists. */
    private record Listed(int number, SoundForm form) {}

    /** Resets the modem, asks, sets it up, leaves it on hook in voice class. */
    static Identified of(Dialogue talk, String country) throws ModemTrouble {
        talk.ask("ATZ", 3000);
        talk.require("ATE0", Fault.MODEM_GARBLED);
        talk.require("ATV1", Fault.MODEM_GARBLED);
        ModemProfile profile = ModemProfile.of(self(talk));
        String code = COUNTRIES.get(country);
        if (code != null) {
            talk.ask("AT+GCI=" + code);
        }
        voice(talk);
        for (String setting : profile.settings()) {
            Dialogue.Answer answer = talk.ask(setting);
            if (answer.result() == null) {
                talk.inStep(); // a late answer must not pass for the next one's
            }
            if (setting.startsWith("AT+VCID") && !answer.good()) {
                talk.ask("AT+VCID=2");
            }
        }
        SoundForm form = form(talk, profile);
        boolean duplex = profile.full() && talk.ask("AT+VTR=?").good();
        talk.ask("AT+VLS=0");
        Logger.info("modem: {}, sound {}, {}", profile.name(), form, duplex ? "both ways" : "one way at a time");
        return new Identified(profile, form, duplex);
    }

    private static String self(Dialogue talk) throws ModemTrouble {
        StringBuilder all = new StringBuilder();
        for (String question : QUESTIONS) {
            talk.ask(question).lines().forEach(line -> all.append(line).append('\n'));
        }
        return all.toString();
    }

    private static void voice(Dialogue talk) throws ModemTrouble {
        String classes = String.join(" ", talk.ask("AT+FCLASS=?").lines());
        if (!Pattern.compile("(?<![\\d.])8(?![\\d.])").matcher(classes).find()) {
            throw new ModemTrouble(Fault.MODEM_UNFIT, "its classes are " + classes);
        }
        talk.require("AT+FCLASS=8", Fault.MODEM_UNFIT);
    }

    /** The best form that the modem both lists and takes. */
    private static SoundForm form(Dialogue talk, ModemProfile profile) throws ModemTrouble {
        List<Listed> listed = new ArrayList<>();
        for (String line : talk.ask("AT+VSM=?").lines()) {
            listed(line).ifPresent(listed::add);
        }
        listed.sort(Comparator.comparingInt(one -> rank(one, profile)));
        for (Listed one : listed) {
            if (talk.ask("AT+VSM=" + one.number() + ",8000").good()
                    || talk.ask("AT+VSM=" + one.number() + ",8000,0,0").good()) {
                return one.form();
            }
        }
        throw new ModemTrouble(Fault.MODEM_UNFIT, "no form of sound with eight bits at 8 kHz among " + listed);
    }

    private static int rank(Listed one, ModemProfile profile) {
        int at = profile.forms().indexOf(one.number());
        return at >= 0 ? at : UNRANKED + one.number();
    }

    private static Optional<Listed> listed(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches() || !matcher.group(3).equals("8")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return SoundForm.of(number, matcher.group(2)).map(form -> new Listed(number, form));
    }
}
