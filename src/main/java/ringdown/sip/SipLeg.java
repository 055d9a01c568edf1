package ringdown.sip;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.LegMail;
import ringdown.call.TelephoneCall;
import ringdown.media.Voice;
import ringdown.number.CallerId;

/**
 * One SIP device's part in a call. Everything that happens to it, commands and messages, goes through its serial queue, one after
 * the other, on virtual threads; only the queue's work touches its fields.
 */
abstract class SipLeg implements Leg {
    private final Plant plant;
    private final SerialQueue queue;
    private final LegMail mail;
    private final SipVoice voice;
    private final String id;
    private final String via;
    private final Runnable whenOver;
    private volatile boolean answered;
    private volatile boolean over;
    private volatile boolean display;
    private volatile @Nullable CallerId party;
    private volatile Runnable whenChanged = () -> {};

    /** The callback runs once, in the leg's queue, when the leg is over. */
    SipLeg(Plant plant, String via, Inbox inbox, Runnable whenOver) {
        this.plant = plant;
        this.id = plant.nextLegId();
        this.via = via;
        this.queue = new SerialQueue(id, inbox.callId(), this::fault);
        this.mail = new LegMail(inbox);
        this.voice = SipVoice.open(plant.ports());
        this.whenOver = whenOver;
        voice.onDigit(digit -> queue.run(() -> post(new CallEvent.DigitPressed(this, digit))));
    }

    Plant plant() {
        return plant;
    }

    /** Others see what it does: hears of every change of that, on any thread. Before the leg begins. */
    void seenBy(Runnable changed) {
        whenChanged = changed;
    }

    /** The far end is a telephone of the office, and shows who is at the other end; null: it is not known yet. Before the leg begins. */
    void hasDisplay(@Nullable CallerId shown) {
        display = true;
        party = shown;
    }

    /** Who is at the other end, as far as the far end is to know it. */
    @Nullable
    CallerId party() {
        return party;
    }

    void changed() {
        whenChanged.run();
    }

    /** As others see it. */
    TelephoneCall seen() {
        boolean rung = this instanceof RungLeg;
        return new TelephoneCall(rung ? TelephoneCall.Way.IN : TelephoneCall.Way.OUT, answered, party, dialogName());
    }

    /** Of the dialog that has come farthest; null: there is none yet. Safe from any thread. */
    abstract TelephoneCall.@Nullable Dialog dialogName();

    SerialQueue queue() {
        return queue;
    }

    SipVoice sound() {
        return voice;
    }

    boolean over() {
        return over;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String via() {
        return via;
    }

    @Override
    public Voice voice() {
        return voice;
    }

    @Override
    public boolean answered() {
        return answered;
    }

    @Override
    public LegMail mail() {
        return mail;
    }

    @Override
    public void ringing() {
        queue.run(this::sendRinging);
    }

    @Override
    public void earlySound() {
        queue.run(this::sendEarlySound);
    }

    @Override
    public void answer() {
        queue.run(this::sendAnswer);
    }

    @Override
    public void sendDigit(char digit) {
        queue.run(() -> {
            Session session = session();
            if (!over && session != null && !voice.sendDigit(digit)) {
                session.sendKeyInInfo(digit);
            }
        });
    }

    @Override
    public void hangUp(HangupCause cause) {
        queue.run(() -> {
            if (!over) {
                tellFarEnd(cause);
                finish(cause, false);
            }
        });
    }

    @Override
    public void shows(CallerId who) {
        queue.run(() -> {
            if (display && !over && !who.equals(party)) {
                party = who;
                changed();
                Session session = session();
                if (answered && session != null) {
                    session.name().tell(who);
                }
            }
        });
    }

    @Override
    public boolean toldOfTransfers() {
        return true;
    }

    @Override
    public void transferRings() {
        transfer(Transfer::rings);
    }

    @Override
    public void transferEnded(@Nullable HangupCause failed) {
        transfer(transfer -> transfer.ended(failed));
    }

    private void transfer(Consumer<Transfer> news) {
        queue.run(() -> {
            Session session = session();
            // The subscription of a REFER outlives the BYE of whoever asked (RFC 3515 §2.4.4, RFC 5589 §6.1).
            if (session != null && (!over || session.transfer().pending())) {
                news.accept(session.transfer());
            }
        });
    }

    /** The established dialog; null while there is none. */
    abstract @Nullable Session session();

    void sendRinging() {}

    void sendEarlySound() {}

    void sendAnswer() {}

    /** Ends the SIP side; the leg is finished right after it. */
    abstract void tellFarEnd(HangupCause cause);

    void becomeAnswered() {
        answered = true;
        changed();
    }

    void post(CallEvent.LegEvent event) {
        if (!over) {
            mail.post(event);
        }
    }

    private void fault() {
        if (!over) {
            try {
                tellFarEnd(HangupCause.FAULT);
            } finally {
                finish(HangupCause.FAULT, false);
            }
        }
    }

    /** The one end of every leg. In the queue. */
    void finish(HangupCause cause, boolean byFarEnd) {
        if (!over) {
            over = true;
            answered = false;
            Session session = session();
            if (session != null) {
                session.stopTimers();
            }
            voice.close();
            whenOver.run();
            mail.post(new CallEvent.Gone(this, cause, byFarEnd));
        }
    }
}
