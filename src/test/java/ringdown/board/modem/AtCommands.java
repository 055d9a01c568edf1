package ringdown.board.modem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads command lines as V.250 has it and answers them. Belongs to the emulator's thread. */
final class AtCommands {
    private final ModemEmulator modem;
    private final StringBuilder line = new StringBuilder();
    private boolean echo = true;
    private String voiceClass = "0";
    private int callerId;

    AtCommands(ModemEmulator modem) {
        this.modem = modem;
    }

    void octet(int octet) {
        if (echo) {
            modem.raw(new byte[] {(byte) octet});
        }
        if (octet == '\r') {
            String text = line.toString().strip();
            line.setLength(0);
            if (!text.isEmpty()) {
                modem.commands.add(text);
                line(text.toUpperCase(Locale.ROOT));
            }
        } else if (octet >= 0x20) {
            line.append((char) octet);
        }
    }

    private void line(String text) {
        if (!text.startsWith("AT")) {
            return;
        }
        String rest = text.substring(2);
        if (rest.startsWith("D")) {
            dial(rest.substring(1));
            return;
        }
        boolean good = true;
        for (String command : rest.split(";", -1)) {
            Boolean answer = command(command);
            if (answer == null) {
                return;
            }
            good &= answer;
        }
        modem.says(good ? "OK" : "ERROR");
    }

    /** True for OK, false for ERROR, null when it has answered by itself. */
    private @Nullable Boolean command(String command) {
        return switch (command) {
            case "", "E1", "V1", "Q0", "H", "H0", "&F" -> plain(command);
            case "Z" -> {
                echo = true;
                voiceClass = "0";
                modem.exchange.hook(false);
                yield true;
            }
            case "E0" -> {
                echo = false;
                yield true;
            }
            case "I", "I0" -> says(modem.model.ati());
            case "I3" -> says(modem.model.ati3());
            case "I9" -> says("AEIGPM560LKTF1  Voice V2 V92cap");
            case "+FMI?" -> says(modem.model.maker());
            case "+FMM?" -> says(modem.model.model());
            case "+FCLASS=?" -> says("0,1,1.0,2,8");
            case "+FCLASS?" -> says(voiceClass);
            case "+VSM=?" -> {
                modem.model.forms().forEach(modem::says);
                yield true;
            }
            case "+VTR=?" -> modem.model.duplex();
            case "+VTX", "+VRX", "+VTR" -> stream(command);
            default -> setting(command);
        };
    }

    private boolean plain(String command) {
        if (command.startsWith("H")) {
            modem.exchange.hook(false);
        }
        return true;
    }

    private boolean says(String text) {
        modem.says(text);
        return true;
    }

    private @Nullable Boolean stream(String command) {
        boolean can =
                voiceClass.equals("8") && modem.exchange.offHook() && (!command.equals("+VTR") || modem.model.duplex());
        if (!can) {
            return false;
        }
        modem.begins(
                switch (command) {
                    case "+VTX" -> ModemEmulator.Mode.PLAYS;
                    case "+VRX" -> ModemEmulator.Mode.RECORDS;
                    default -> ModemEmulator.Mode.BOTH;
                });
        return null;
    }

    private boolean setting(String command) {
        if (command.startsWith("+FCLASS=")) {
            voiceClass = command.substring(8);
            return voiceClass.equals("0") || voiceClass.equals("8") || voiceClass.equals("1");
        }
        if (command.startsWith("+VLS=")) {
            boolean off = !command.substring(5).equals("0");
            modem.exchange.hook(off);
            return voiceClass.equals("8");
        }
        if (command.startsWith("+VSM=")) {
            int number = Integer.parseInt(command.substring(5).split(",", -1)[0]);
            modem.model.choose(number);
            return modem.model.forms().stream().anyMatch(form -> form.startsWith(number + ","));
        }
        if (command.startsWith("+VTS=")) {
            String digits = command.substring(5);
            if (!digits.startsWith("[")) {
                modem.exchange.dials(digits.replaceAll("[^0-9*#A-D]", ""));
            }
            return true;
        }
        if (command.startsWith("+VCID=")) {
            callerId = command.charAt(6) - '0';
            return callerId <= 2;
        }
        return command.matches(
                "S\\d+=\\d+|X\\d|&[CDFK]\\d|[LM]\\d|\\+(VSD|VGT|VGR|VRA|VRN|IFC|VNH|VIT|VTD|VDR|GCI)=.*");
    }

    /** An answer to a dialled number comes when all that is asked of has happened: here half a second later, as vm wants it. */
    private void dial(String text) {
        String digits = text.replaceAll("[^0-9*#]", "");
        modem.exchange.hook(true);
        modem.exchange.dials(digits);
        modem.later("VCON", 600);
    }
}
