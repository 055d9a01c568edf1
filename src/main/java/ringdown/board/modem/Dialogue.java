package ringdown.board.modem;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/** Commands and their results, one at a time. What a modem says meanwhile and was not asked for goes to whoever listens to it. */
final class Dialogue {
    private static final Set<String> GOOD = Set.of("OK", "CONNECT", "VCON");
    private static final Set<String> BAD =
            Set.of("ERROR", "NO CARRIER", "NO ANSWER", "NO DIALTONE", "NO DIAL TONE", "BUSY", "BLACKLISTED", "DELAYED");
    private static final long USUAL_MILLIS = 2000;
    private static final long STEP_MILLIS = 300;
    private static final long LATE_MILLIS = 100;

    /**
     * What a modem answered.
     *
     * @param result its last word; null: none came in time
     * @param lines what came before it
     */
    record Answer(@Nullable String result, List<String> lines) {
        boolean good() {
            return result != null && GOOD.stream().anyMatch(result::startsWith);
        }
    }

    private final Wire wire;
    private final OfficeClock clock;
    private final Consumer<Said> unasked;

    Dialogue(Wire wire, OfficeClock clock, Consumer<Said> unasked) {
        this.wire = wire;
        this.clock = clock;
        this.unasked = unasked;
    }

    Answer ask(String command) throws ModemTrouble {
        return ask(command, USUAL_MILLIS);
    }

    /** Sends the command and waits for a result. */
    Answer ask(String command, long millis) throws ModemTrouble {
        wire.command(command);
        Answer answer = await(millis);
        Logger.debug("modem: {} -> {} {}", command, answer.result(), answer.lines());
        return answer;
    }

    /** Waits for the next result. */
    Answer await(long millis) throws ModemTrouble {
        List<String> lines = new java.util.ArrayList<>();
        long deadline = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Said said = wire.take(deadline, false); said != null; said = wire.take(deadline, false)) {
            if (said instanceof Said.Word word) {
                String text = word.text();
                if (BAD.contains(text) || GOOD.stream().anyMatch(good -> text.equals(good) || good(text, good))) {
                    return new Answer(text, lines);
                }
                lines.add(text);
            }
            unasked.accept(said);
        }
        return new Answer(null, lines);
    }

    /** "CONNECT 8000" is one, too. */
    private static boolean good(String text, String good) {
        return text.startsWith(good + " ");
    }

    /** The modem must say yes; a second chance for one that was disturbed. */
    void require(String command, Fault otherwise) throws ModemTrouble {
        Answer answer = ask(command);
        if (answer.result() == null) {
            answer = inStep() ? ask(command) : answer;
        }
        if (!answer.good()) {
            throw trouble(command, answer, otherwise);
        }
    }

    static ModemTrouble trouble(String command, Answer answer, Fault otherwise) {
        boolean nothing = answer.result() == null && answer.lines().isEmpty();
        Fault fault = nothing ? Fault.MODEM_SILENT : answer.result() == null ? Fault.MODEM_GARBLED : otherwise;
        return new ModemTrouble(fault, command + " was answered with " + answer.result() + " " + answer.lines());
    }

    /** A command that does nothing brings both back into step; false if it is not answered. */
    boolean inStep() throws ModemTrouble {
        wire.reader().commands();
        for (int attempt = 0; attempt < 2; attempt++) {
            if (ask("AT", STEP_MILLIS).good()) {
                lateAnswers();
                return true;
            }
            endStreams();
        }
        return false;
    }

    /** It may still play or record for somebody who is no more: all that ends a stream, and the end of a line for one in commands. */
    private void endStreams() throws ModemTrouble {
        wire.code('!');
        wire.code('^');
        wire.code(ReplyReader.ETX);
        wire.command("");
        await(STEP_MILLIS);
    }

    private void lateAnswers() throws ModemTrouble {
        while (await(LATE_MILLIS).result() != null) {
            Logger.debug("modem: a late answer");
        }
    }
}
