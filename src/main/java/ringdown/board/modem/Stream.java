package ringdown.board.modem;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/** Begins and ends streams of sound, and tells apart what is said in between. Belongs to the modem's thread. */
final class Stream {
    private static final long BEGIN_MILLIS = 3000;
    private static final long END_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** Some say OK behind the end, some do not. */
    private static final long OK_MILLIS = 400;

    private final Wire wire;
    private final Dialogue talk;
    private final Signs signs;
    private final OfficeClock clock;

    Stream(Wire wire, Dialogue talk, Signs signs, OfficeClock clock) {
        this.wire = wire;
        this.talk = talk;
        this.signs = signs;
        this.clock = clock;
    }

    /** True if the stream has begun; {@code hears}: sound comes in it. */
    boolean begins(String command, boolean hears) throws ModemTrouble {
        if (hears) {
            wire.reader().expectSound();
        }
        Dialogue.Answer answer = talk.ask(command, BEGIN_MILLIS);
        boolean begun = answer.result() != null && answer.result().startsWith("CONNECT");
        if (!begun) {
            wire.reader().commands();
        }
        return begun;
    }

    /**
     * What has been said meanwhile.
     *
     * @return false when the stream has ended by itself
     */
    boolean goesOn(@Nullable Said said) {
        return switch (said) {
            case null -> true;
            case Said.Sign sign -> {
                signs.sign(sign.code());
                yield true;
            }
            case Said.SoundOver _, Said.Lost _ -> false;
            case Said.Word word -> {
                signs.word(word.text());
                yield !word.text().equals("OK")
                        && !word.text().equals("VCON")
                        && !word.text().equals("NO CARRIER");
            }
        };
    }

    /** Tells the modem to end an incoming stream by these codes behind DLE, one after the other until one works. */
    void endHearing(Iterable<Character> codes) throws ModemTrouble {
        wire.reader().endSound();
        for (char code : codes) {
            wire.code(code);
            if (over(END_NANOS)) {
                return;
            }
        }
        talk.inStep();
    }

    private boolean over(long patience) throws ModemTrouble {
        long deadline = clock.nanos() + patience;
        boolean over = false;
        for (Said said = wire.take(deadline, false); said != null; said = wire.take(deadline, false)) {
            if (said instanceof Said.SoundOver) {
                over = true;
                deadline = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(OK_MILLIS);
            } else if (said instanceof Said.Word word
                    && (word.text().equals("OK") || word.text().equals("VCON"))) {
                return true;
            } else {
                goesOn(said);
            }
        }
        return over;
    }

    /** Ends an outgoing stream; the modem plays what it holds first. */
    void endSpeaking(long millis) throws ModemTrouble {
        wire.code(ReplyReader.ETX);
        if (talk.await(millis).result() == null) {
            talk.inStep();
        }
    }
}
