package ringdown.board.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/** The line from off hook to on hook: sound both ways where the modem can, else one way at a time, and digits in between. */
final class OpenLine {
    /** Of {@code AT+VTS}: a command line of V.250 holds 40 characters at least. */
    private static final int DIGITS_AT_ONCE = 15;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Wire wire;
    private final OfficeClock clock;
    private final Dialogue talk;
    private final ModemPort port;
    private final Identified modem;
    private final BothWays bothWays;
    private final OneWay oneWay;

    OpenLine(Wire wire, Dialogue talk, ModemPort port, Signs signs, OfficeClock clock, Identified modem) {
        this.wire = wire;
        this.clock = clock;
        this.talk = talk;
        this.port = port;
        this.modem = modem;
        Stream stream = new Stream(wire, talk, signs, clock);
        bothWays = new BothWays(wire, port, stream, clock);
        oneWay = new OneWay(wire, port, stream, clock, modem.profile());
    }

    /** Carries what goes on until the line is wanted on hook again. */
    void carry(BooleanSupplier closed) throws ModemTrouble {
        try {
            if (takesLine()) {
                while (port.offHook() && !closed.getAsBoolean()) {
                    if (port.wantsToDial()) {
                        dial();
                    }
                    sound(closed);
                }
            } else {
                refused(closed);
            }
        } finally {
            port.forget();
        }
        hangUp();
    }

    private boolean takesLine() throws ModemTrouble {
        wire.reader().commands();
        for (String command : modem.profile().takesLine()) {
            Dialogue.Answer answer = talk.ask(command, 5000);
            if (answer.good()) {
                return true;
            }
            if (answer.result() == null) {
                throw Dialogue.trouble(command, answer, Fault.MODEM_GARBLED);
            }
        }
        return false;
    }

    /** No loop: the line room sees no current and ends the call. */
    private void refused(BooleanSupplier closed) throws ModemTrouble {
        Logger.warn("{}: the modem does not take the line", port.port());
        port.noLoop(true);
        port.sound(true, false);
        while (port.offHook() && !closed.getAsBoolean()) {
            wire.take(clock.nanos() + LOOK_NANOS, true);
        }
    }

    private void sound(BooleanSupplier closed) throws ModemTrouble {
        if (port.duplex()) {
            if (!bothWays.carry(closed)) {
                Logger.warn("{}: the modem carries sound only one way at a time", port.port());
                port.duplex(false);
            }
        } else {
            oneWay.carry(closed);
        }
    }

    /** What waits, in as few commands as can be: tones by +VTS, pulses by the dial command. */
    private void dial() throws ModemTrouble {
        List<ModemPort.Dial> waiting = new ArrayList<>();
        for (ModemPort.Dial next = port.nextDial(); next != null; next = port.nextDial()) {
            waiting.add(next);
        }
        boolean pulse = waiting.getFirst().pulse();
        String digits = waiting.stream().map(ModemPort.Dial::digits).collect(Collectors.joining());
        if (pulse) {
            said("ATDP" + digits.replaceAll("[^0-9]", ""), 60_000);
            return;
        }
        String tones = digits.replaceAll("[^0-9*#A-D]", "");
        for (int from = 0; from < tones.length(); from += DIGITS_AT_ONCE) {
            String some = tones.substring(from, Math.min(tones.length(), from + DIGITS_AT_ONCE));
            said("AT+VTS=" + String.join(",", some.split("")), 10_000);
        }
    }

    private void said(String command, long millis) throws ModemTrouble {
        Dialogue.Answer answer = talk.ask(command, millis);
        if (!answer.good()) {
            Logger.warn("{}: the modem did not dial: {}", port.port(), answer);
        }
    }

    /** Some modems leave voice class when they hang up. */
    private void hangUp() throws ModemTrouble {
        if (!talk.ask("AT+VLS=0", 3000).good() && !talk.ask("ATH", 3000).good()) {
            if (!talk.inStep() || !talk.ask("ATH", 3000).good()) {
                throw new ModemTrouble(Fault.MODEM_SILENT, "it does not hang up");
            }
        }
        talk.require("AT+FCLASS=8", Fault.MODEM_UNFIT);
    }
}
