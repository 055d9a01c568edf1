package ringdown.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallWaitingReceiver;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.audio.tone.CountryTones;
import ringdown.board.simulated.TelephonePair;

/** An ordinary telephone with a display and a message lamp. One lock guards it; the board's thread runs it. */
final class AnalogTelephone {
    private static final int CALLER_KEPT = 600;
    private static final int LONG_ON_HOOK = 3_600_000 / Frame.MILLIS;

    private final TelephonePair pair;
    private final int ringHold;
    private final FarEar ear = new FarEar();
    private final Mouth mouth = new Mouth();
    private final HookScript hook = new HookScript();
    private final CallerIdReceiver receiver = new CallerIdReceiver(this::heardCaller);
    private final CallWaitingReceiver second = new CallWaitingReceiver(this::heardCaller);
    private final short[] heard = Frame.silence();
    private final short[] spoken = Frame.silence();
    private final short[] deaf = Frame.silence();
    private boolean offHook;
    private boolean open;
    private int openFor;
    private int sinceRing;
    private int sinceHook;
    private int sinceCaller;
    private @Nullable String callerNumber;
    private @Nullable String callerName;
    private @Nullable Integer messages;
    private TelephoneDevices devices = TelephoneDevices.ORDINARY;
    private final FaxMachine fax = new FaxMachine();

    AnalogTelephone(TelephonePair pair, CountryTones country) {
        this.pair = pair;
        int longest =
                country.ringCadence().stream().mapToInt(Integer::intValue).max().orElse(4000);
        ringHold = longest * 11 / 10 / Frame.MILLIS + 20;
        sinceRing = ringHold + 1;
        sinceHook = LONG_ON_HOOK;
        pair.farEnd(this::frame);
    }

    synchronized void offHook() {
        if (!offHook) {
            offHook = true;
            openFor = 0;
            sinceRing = ringHold + 1;
            ear.restart();
        }
    }

    synchronized void onHook() {
        if (offHook) {
            sinceHook = 0;
        }
        offHook = false;
        hook.clear();
        mouth.shut();
    }

    synchronized void flash(int millis) throws SimulatorFault {
        requireOffHook();
        if (millis < 20 || millis > 2000) {
            throw SimulatorFault.bad("a flash lasts 20 to 2000 ms, not " + millis);
        }
        hook.flash(millis);
    }

    /** Other devices on the same wires, or a fax machine in place of the telephone; null leaves one as it is. */
    synchronized void devices(TelephoneDevices wish) {
        devices = devices.changed(wish);
        devices.on(pair);
        fax.reset();
    }

    synchronized void press(String keys) throws SimulatorFault {
        requireOffHook();
        fax.dialled();
        mouth.press(keys, 100, 100);
    }

    synchronized void pulse(String digits, double pps, double breakPercent) throws SimulatorFault {
        requireOffHook();
        if (!digits.matches("[0-9]{1,40}")) {
            throw SimulatorFault.bad("a dial has the digits 0 to 9");
        }
        if (!(pps >= 5 && pps <= 25) || !(breakPercent >= 30 && breakPercent <= 80)) {
            throw SimulatorFault.bad("a dial makes 5 to 25 pulses a second with 30 to 80 percent of break");
        }
        hook.dial(digits, pps, breakPercent);
    }

    synchronized void say(short[] sound) throws SimulatorFault {
        requireOffHook();
        mouth.say(sound.clone());
    }

    private void requireOffHook() throws SimulatorFault {
        if (!offHook) {
            throw SimulatorFault.conflict("the telephone at " + pair.port() + " is on hook");
        }
    }

    synchronized short[] heard() {
        return ear.heard();
    }

    AutoCloseable speakLive(Mouth.Live source) {
        return mouth.live(source);
    }

    AutoCloseable listen(FarEar.HeardBy listener) {
        return ear.listen(listener);
    }

    synchronized TelephoneView view() {
        return new TelephoneView(
                pair.port(),
                offHook,
                !offHook && sinceRing <= ringHold,
                callerNumber,
                callerName,
                pair.lampLit(),
                openFor * Frame.MILLIS,
                offHook ? 0 : sinceHook * Frame.MILLIS,
                pair.reversed(),
                messages,
                lifeline(),
                devices);
    }

    private TelephoneView.@Nullable Side lifeline() {
        if (!pair.hasRelay()) {
            return null;
        }
        return pair.onLine() ? TelephoneView.Side.LINE : TelephoneView.Side.BOX;
    }

    private synchronized void frame() {
        pair.heard(heard);
        if (devices.isFax()) {
            followFax();
        }
        pair.hook(offHook ? hook.next() : 0);
        followLoop();
        if (offHook) {
            ear.line(heard, true);
            mouth.read(spoken);
            if (devices.isFax()) {
                fax.sound(spoken);
            } else if (devices.showsSecond() && second.received(heard)) {
                Arrays.fill(spoken, (short) 0);
                second.sending(spoken);
            }
        } else {
            sinceHook = Math.min(sinceHook + 1, LONG_ON_HOOK);
            ear.nothing();
            listen();
            Arrays.fill(spoken, (short) 0);
        }
        pair.speak(spoken);
    }

    private void followFax() {
        boolean rings = !offHook && sinceRing <= ringHold;
        switch (fax.frame(rings, offHook, open)) {
            case LIFTS -> offHook();
            case LAYS_DOWN -> onHook();
            case STAYS -> {}
        }
    }

    /** A port that opens the loop tells answering machines and door phones that the far end has gone. */
    private void followLoop() {
        boolean was = open;
        open = offHook && pair.open();
        if (open) {
            openFor = was ? openFor + 1 : 1;
        }
    }

    private void listen() {
        boolean ringing = pair.bellRings();
        sinceCaller++;
        if (ringing && sinceRing > ringHold && sinceCaller > CALLER_KEPT) {
            callerNumber = null;
            callerName = null;
        }
        if (!ringing && sinceRing == 0) {
            receiver.rang();
        }
        sinceRing = ringing ? 0 : Math.min(sinceRing + 1, ringHold + 1);
        receiver.process(ringing ? deaf : heard, 0, Frame.SAMPLES);
    }

    private void heardCaller(CallerIdHeard what) {
        switch (what) {
            case CallerIdHeard.Received received -> {
                callerNumber = received.message().number();
                callerName = received.message().name();
                sinceCaller = 0;
            }
            case CallerIdHeard.LampSet lamp -> messages = lamp.on() ? Math.max(lamp.messages(), 0) : 0;
            case CallerIdHeard.Damaged _ -> {}
        }
    }
}
