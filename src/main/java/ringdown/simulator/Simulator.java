package ringdown.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.clock.OfficeClock;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;

/**
 * The front door of the far side: one method for each verb of the simulator's API. Lines and telephones are numbered as their ports
 * are, from 1. Sounds are mono, 16 bit, 8 kHz, and go out in real time. Safe from any thread; nothing here waits.
 */
public final class Simulator {
    private final NumberingPlan plan;
    private final List<ExchangeLine> lines;
    private final List<AnalogTelephone> telephones;
    private final ConcurrentMap<Integer, short[]> callerIdSounds = new ConcurrentHashMap<>();

    /** Plugs an exchange and telephones of that country (ISO 3166) into the board. */
    public Simulator(SimulatedBoard board, String country, OfficeClock clock) {
        CountryTones tones = CountryTones.of(country);
        NumberingPlan numbers = new NumberingPlan(country);
        plan = numbers;
        lines = board.exchangePairs().stream()
                .map(pair -> new ExchangeLine(pair, tones, numbers, clock))
                .toList();
        telephones = board.telephonePairs().stream()
                .map(pair -> new AnalogTelephone(pair, tones))
                .toList();
    }

    /**
     * From now on a call out to the number of another line rings that line.
     *
     * @param numbers E.164 by the number of the line, asked at each call
     */
    public void numbers(Supplier<Map<Integer, String>> numbers) {
        lines.forEach(line -> line.directory((dialled, from) -> find(numbers.get(), dialled, from)));
    }

    private ExchangeLine.@Nullable Reached find(Map<Integer, String> numbers, String dialled, ExchangeLine from) {
        String number = plan.parse(dialled).map(PhoneNumber::e164).orElse("");
        for (Map.Entry<Integer, String> one : numbers.entrySet()) {
            int at = one.getKey() - 1;
            if (one.getValue().equals(number) && at < lines.size() && lines.get(at) != from) {
                return new ExchangeLine.Reached(lines.get(at), numbers.get(lines.indexOf(from) + 1));
            }
        }
        return null;
    }

    /** All lines, in order. */
    public List<LineView> lines() {
        return lines.stream().map(ExchangeLine::view).toList();
    }

    /** All telephones, in order. */
    public List<TelephoneView> telephones() {
        return telephones.stream().map(AnalogTelephone::view).toList();
    }

    /** Rings line n. CONFLICT when it is not idle, BAD_REQUEST when scheme wav has no sound. */
    public void ring(int n, RingOrder order) throws SimulatorFault {
        line(n).ring(order, callerIdSounds.get(n));
    }

    /** What scheme wav sends between the first and the second ring of line n. */
    public void callerIdSound(int n, short[] sound) throws SimulatorFault {
        line(n);
        callerIdSounds.put(n, sound.clone());
    }

    /** The far end of line n says it after all it was told to say before, once it is connected. */
    public void say(int n, short[] sound) throws SimulatorFault {
        line(n).say(sound);
    }

    /** The far end of line n presses keys, in turn with what it says. */
    public void press(int n, String keys, int onMillis, int offMillis) throws SimulatorFault {
        line(n).press(keys, onMillis, offMillis);
    }

    /** The far end of line n hangs up; nothing happens if nobody is there. */
    public void hangUp(int n, HangUpSignal signal) throws SimulatorFault {
        line(n).hangUp(signal);
    }

    /** How the exchange behaves on line n from now on. */
    public void exchange(int n, ExchangeChange wish) throws SimulatorFault {
        line(n).change(wish);
    }

    /** Line n as its exchange sees it. */
    public LineView lineView(int n) throws SimulatorFault {
        return line(n).view();
    }

    /** All that the far end of line n has heard since the box last went off hook. */
    public short[] heard(int n) throws SimulatorFault {
        return line(n).heard();
    }

    /**
     * Somebody listens live at the far end of line n: ring back while it rings, then the line, else silence. Called on the board's
     * thread with frames of 80 samples that must be copied, never blocking.
     */
    public AutoCloseable listen(int n, Consumer<short[]> ear) throws SimulatorFault {
        return line(n).listen(ear::accept);
    }

    /** Somebody speaks live at the far end of line n: fills frames of 80 samples on the board's thread, while the line is connected. */
    public AutoCloseable speak(int n, Consumer<short[]> mouth) throws SimulatorFault {
        return line(n).speakLive(mouth::accept);
    }

    /** Somebody listens live at the earpiece of telephone n, as {@link #listen}: silence while it lies on the hook. */
    public AutoCloseable listenAtEarpiece(int n, Consumer<short[]> ear) throws SimulatorFault {
        return telephone(n).listen(ear::accept);
    }

    /** Somebody, or something, speaks live into telephone n, as {@link #speak}: while it is off the hook. */
    public AutoCloseable speakIntoHandset(int n, Consumer<short[]> mouth) throws SimulatorFault {
        return telephone(n).speakLive(mouth::accept);
    }

    /** Lifts the handset of telephone n. */
    public void offHook(int n) throws SimulatorFault {
        telephone(n).offHook();
    }

    /** Lays it down. */
    public void onHook(int n) throws SimulatorFault {
        telephone(n).onHook();
    }

    /** Opens the loop of telephone n for a moment. */
    public void flash(int n, int millis) throws SimulatorFault {
        telephone(n).flash(millis);
    }

    /** What hangs on the wires of telephone n. */
    public void devices(int n, TelephoneDevices wish) throws SimulatorFault {
        telephone(n).devices(wish);
    }

    /** Presses keys on telephone n: tones. */
    public void pressKeys(int n, String keys) throws SimulatorFault {
        telephone(n).press(keys);
    }

    /** Turns the dial of telephone n as most dials turn: ten breaks of the loop a second, 60 ms each. */
    public void pulse(int n, String digits) throws SimulatorFault {
        pulse(n, digits, 10, 60);
    }

    /** Turns a dial of so many pulses a second that breaks the loop for that part of each. */
    public void pulse(int n, String digits, double pps, double breakPercent) throws SimulatorFault {
        telephone(n).pulse(digits, pps, breakPercent);
    }

    /** Somebody says it into telephone n, after all that was said before. */
    public void sayInto(int n, short[] sound) throws SimulatorFault {
        telephone(n).say(sound);
    }

    /** Telephone n as it looks. */
    public TelephoneView telephoneView(int n) throws SimulatorFault {
        return telephone(n).view();
    }

    /** All that the earpiece of telephone n has heard since it went off hook. */
    public short[] earpiece(int n) throws SimulatorFault {
        return telephone(n).heard();
    }

    private ExchangeLine line(int n) throws SimulatorFault {
        return at(lines, n, "line fxo:");
    }

    private AnalogTelephone telephone(int n) throws SimulatorFault {
        return at(telephones, n, "telephone fxs:");
    }

    private static <T> T at(List<T> all, int n, String what) throws SimulatorFault {
        if (n < 1 || n > all.size()) {
            throw new SimulatorFault(SimulatorFault.Kind.NOT_FOUND, "there is no " + what + n);
        }
        return all.get(n - 1);
    }
}
