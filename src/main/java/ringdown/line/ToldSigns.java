package ringdown.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Signs in a talk that the port tells beside what is heard in the sound: a key heard by both is one key; an end tone told is a doubt
 * that silence confirms, or that being told again and again without a voice in between does. Belongs to the board's thread.
 */
final class ToldSigns {
    /** Port and sound tell of one key within this time. */
    private static final int SAME_KEY = Frames.of(900);

    private static final int SILENT_AFTER = Frames.of(4000);
    /** A modem tells of busy tone about once a second; what it takes for one in a voice does not come so often without one. */
    private static final int TOLD_TIMES = 3;

    private static final int FORGOTTEN = Frames.of(15_000);

    /** A key that one of the two has told of and the other has not yet. */
    private record Alone(char key, boolean byPort, long at) {}

    private final @Nullable FxoSigns signs;
    private final Consumer<Character> pressed;
    private final Deque<Alone> alone = new ArrayDeque<>();
    private long frames;
    private int told;
    private long firstTold;
    private long lastTold;
    private int silentFor;

    /** {@code signs} is null for a port that tells nothing. */
    ToldSigns(@Nullable FxoSigns signs, Consumer<Character> pressed) {
        this.signs = signs;
        this.pressed = pressed;
        if (signs != null) {
            forgetOld(signs);
        }
    }

    /** What was told before the talk, of the dial tone for instance, says nothing about it. */
    private static void forgetOld(FxoSigns signs) {
        boolean old = signs.endTone();
        while (signs.key() != 0) {
            old = true;
        }
        if (old) {
            Logger.debug("signs of before the talk are forgotten");
        }
    }

    /** A key in the sound. */
    void heard(char key) {
        if (signs == null) {
            pressed.accept(key);
        } else {
            key(key, false);
        }
    }

    /** One frame; why the far end has gone, in words, null: it has not as far as the port tells. */
    @Nullable
    String frame(boolean quiet, boolean voice) {
        FxoSigns port = signs;
        if (port == null) {
            return null;
        }
        frames++;
        for (char key = port.key(); key != 0; key = port.key()) {
            key(key, true);
        }
        return endTone(port.endTone(), quiet, voice);
    }

    private void key(char key, boolean byPort) {
        alone.removeIf(one -> frames - one.at() > SAME_KEY);
        for (Alone one : alone) {
            if (one.key() == key && one.byPort() != byPort) {
                alone.remove(one);
                return;
            }
        }
        alone.addLast(new Alone(key, byPort, frames));
        pressed.accept(key);
    }

    private @Nullable String endTone(boolean now, boolean quiet, boolean voice) {
        if (told > 0 && (voice || frames - lastTold > FORGOTTEN)) {
            told = 0;
        }
        if (now) {
            firstTold = told == 0 ? frames : firstTold;
            lastTold = frames;
            told++;
        }
        silentFor = told > 0 && quiet ? silentFor + 1 : 0;
        if (told >= TOLD_TIMES) {
            return "busy tone, as the modem tells again and again";
        }
        return silentFor >= SILENT_AFTER ? "busy tone, as the modem tells, then silence" : null;
    }

    /** How many frames ago the end tone was told first. */
    int since() {
        return (int) (frames - firstTold);
    }
}
