package ringdown.voicemail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.LegMail;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Voice;
import ringdown.rtp.RtpPort;

/** A caller who says a prepared sound once our message tone is over, and then does what the test wants. */
final class FarLeg implements Leg, Voice {
    private static final int TONE_FRAMES = 40;

    private final LegMail mail;
    private final short[] says;
    private final Runnable then;
    private int heard;
    private int position;
    private boolean done;
    private volatile int endTone;
    private volatile boolean beeped;
    private volatile boolean acted;
    private volatile int spoken;

    FarLeg(Inbox inbox, short[] says, java.util.function.Consumer<FarLeg> then) {
        this.mail = new LegMail(inbox);
        this.says = says;
        this.then = () -> then.accept(this);
    }

    /** Our tone is over: what is said from now on counts. */
    boolean speaks() {
        return beeped;
    }

    /** They have left or pressed a key: nothing more happens to them. */
    boolean acted() {
        return acted;
    }

    /** Frames since the tone. */
    int spoken() {
        return spoken;
    }

    void goes() {
        acted = true;
        mail.post(new CallEvent.Gone(this, HangupCause.NORMAL, true));
    }

    /** The line says that so many of its last samples were the end tone. */
    void goesAfterTone(int samples) {
        endTone = samples;
        goes();
    }

    @Override
    public int endToneSamples() {
        return endTone;
    }

    void presses(char key) {
        acted = true;
        mail.post(new CallEvent.DigitPressed(this, key));
    }

    @Override
    public AudioSource source() {
        return this::speak;
    }

    /** Media clock's thread. */
    private void speak(short[] frame) {
        Arrays.fill(frame, (short) 0);
        if (heard < TONE_FRAMES) {
            return;
        }
        spoken++;
        if (position < says.length) {
            System.arraycopy(says, position, frame, 0, Math.min(frame.length, says.length - position));
            position += frame.length;
        } else if (!done) {
            done = true;
            then.run();
        }
    }

    @Override
    public AudioSink sink() {
        return frame -> {
            for (short sample : frame) {
                if (sample != 0) {
                    heard++;
                    beeped = heard >= TONE_FRAMES;
                    return;
                }
            }
        };
    }

    @Override
    public @Nullable RtpPort rtp() {
        return null;
    }

    @Override
    public String id() {
        return "far";
    }

    @Override
    public String via() {
        return "fxo:1";
    }

    @Override
    public Voice voice() {
        return this;
    }

    @Override
    public boolean answered() {
        return true;
    }

    @Override
    public void ringing() {}

    @Override
    public void earlySound() {}

    @Override
    public void answer() {}

    @Override
    public void sendDigit(char digit) {}

    @Override
    public void hangUp(HangupCause cause) {
        goes();
    }

    @Override
    public LegMail mail() {
        return mail;
    }
}
