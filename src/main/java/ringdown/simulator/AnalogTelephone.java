package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.audio.tone.CountryTones;
import ringdown.board.simulated.TelephonePair;

/** An ordinary telephone with a display and a message lamp. One lock guards it; the board's thread runs it. */
final class AnalogTelephone {
    private static final int CALLER_KEPT = 600;

    private final TelephonePair pair;
    private final int ringHold;
    private final Tape tape = new Tape();
    private final Mouth mouth = new Mouth();
    private final HookScript hook = new HookScript();
    private final CallerIdReceiver receiver = new CallerIdReceiver(this::heardCaller);
    private final short[] heard = Frame.silence();
    private final short[] spoken = Frame.silence();
    private final short[] deaf = Frame.silence();
    private boolean offHook;
    private boolean open;
    private int openFor;
    private int sinceRing;
    private int sinceCaller;
    private @Nullable String callerNumber;
    private @Nullable String callerName;

    AnalogTelephone(TelephonePair pair, CountryTones country) {
        this.pair = pair;
        int longest =
                country.ringCadence().stream().mapToInt(Integer::intValue).max().orElse(4000);
        ringHold = longest * 11 / 10 / Frame.MILLIS + 20;
        sinceRing = ringHold + 1;
        pair.farEnd(this::frame);
    }

    synchronized void offHook() {
        if (!offHook) {
            offHook = true;
            openFor = 0;
            sinceRing = ringHold + 1;
            tape.restart();
        }
    }

    synchronized void onHook() {
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

    synchronized void press(String keys) throws SimulatorFault {
        requireOffHook();
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
        return tape.heard();
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
                pair.reversed());
    }

    private synchronized void frame() {
        pair.heard(heard);
        pair.hook(offHook ? hook.next() : 0);
        followLoop();
        if (offHook) {
            tape.add(heard);
            mouth.read(spoken);
        } else {
            listen();
            java.util.Arrays.fill(spoken, (short) 0);
        }
        pair.speak(spoken);
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
        boolean ringing = pair.ringing();
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
            case CallerIdHeard.LampSet _, CallerIdHeard.Damaged _ -> {}
        }
    }
}
