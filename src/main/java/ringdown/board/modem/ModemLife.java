package ringdown.board.modem;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/** A modem that answers: on hook it listens to what comes, off hook it carries a call. Belongs to the modem's thread. */
final class ModemLife {
    /** A modem that has nothing to say is asked whether it still is there. */
    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Lines of one caller ID come in one go. */
    private static final long CALLER_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Wire wire;
    private final ModemPort port;
    private final OfficeClock clock;
    private final BooleanSupplier closed;
    private final Dialogue talk;
    private final CallerIdLines caller = new CallerIdLines();
    private final Signs signs;
    private @Nullable OpenLine line;
    private long callerSince;

    ModemLife(Wire wire, ModemPort port, OfficeClock clock, BooleanSupplier closed) {
        this.wire = wire;
        this.port = port;
        this.clock = clock;
        this.closed = closed;
        signs = new Signs(port);
        talk = new Dialogue(wire, clock, this::unasked);
    }

    void setUp(String country) throws ModemTrouble {
        Identified modem = Identified.of(talk, country);
        wire.form(modem.form());
        port.duplex(modem.duplex());
        line = new OpenLine(wire, talk, port, signs, clock, modem);
    }

    /** Until the modem or the box has gone. */
    void serve() throws ModemTrouble {
        OpenLine open = line;
        if (open == null) {
            throw new IllegalStateException("it is not set up");
        }
        long probe = clock.nanos() + PROBE_NANOS;
        while (!closed.getAsBoolean()) {
            if (port.offHook()) {
                open.carry(closed);
                probe = clock.nanos() + PROBE_NANOS;
                continue;
            }
            Said said = wire.take(caller.some() ? callerSince + CALLER_NANOS : probe, true);
            if (said != null) {
                unasked(said);
                probe = clock.nanos() + PROBE_NANOS;
            } else if (caller.some() && clock.nanos() - callerSince >= CALLER_NANOS) {
                called();
            } else if (clock.nanos() - probe >= 0) {
                answers();
                probe = clock.nanos() + PROBE_NANOS;
            }
        }
    }

    private void answers() throws ModemTrouble {
        long before = wire.octets();
        // The machine may have been busy, and not the modem mute.
        boolean answers = talk.inStep() || talk.ask("AT").good();
        if (!answers) {
            Fault fault = wire.octets() == before ? Fault.MODEM_SILENT : Fault.MODEM_GARBLED;
            throw new ModemTrouble(fault, "it answers no more");
        }
    }

    private void unasked(Said said) {
        switch (said) {
            case Said.Word word -> word(word.text());
            case Said.Sign sign -> signs.sign(sign.code());
            case Said.SoundOver _, Said.Lost _ -> {}
        }
    }

    private void word(String text) {
        if (text.startsWith("RING") && !text.equals("RINGING")) {
            called();
            port.rang();
        } else if (caller.line(text)) {
            callerSince = clock.nanos();
            if (caller.complete()) {
                called();
            }
        } else {
            signs.word(text);
        }
    }

    private void called() {
        if (caller.some()) {
            CallerIdHeard who = caller.take();
            if (who != null) {
                port.called(who);
            }
        }
    }
}
