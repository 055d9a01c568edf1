package ringdown.proof;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;

/** One call of a {@link SipEnd}, in or out, with its sound. What the box asks in it is answered at once, whatever the proof does. */
final class SipCall implements AutoCloseable {
    private enum State {
        TRYING,
        RINGING,
        TALKING,
        OVER
    }

    /** Who is called and how the caller shows: {@code from} and {@code lines} are headers; user and secret answer a challenge. */
    record Wish(String target, String from, String lines, String user, String secret) {}

    private final SipEnd end;
    private final SipDialog dialog;
    private final Wish wish;
    private final SipText theirs;
    private final RtpEnd sound = new RtpEnd();
    private State state = State.TRYING;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<SipText> heard = new CopyOnWriteArrayList<>();
    private boolean leaving;
    private boolean proven;
    private boolean reached;
    private int status;
    private String ok = "";
    private int from;

    private SipCall(SipEnd end, SipDialog dialog, Wish wish, SipText theirs) {
        this.end = end;
        this.dialog = dialog;
        this.wish = wish;
        this.theirs = theirs;
    }

    static SipCall to(SipEnd end, Wish wish) {
        return new SipCall(end, SipDialog.to(end, wish.target(), wish.from()), wish, null);
    }

    static SipCall from(SipEnd end, SipText invite) {
        return new SipCall(end, SipDialog.from(end, invite), null, invite);
    }

    String id() {
        return dialog.callId();
    }

    /** The number that the box asked for. */
    String number() {
        return theirs.calledUser();
    }

    SipText invite() {
        return theirs;
    }

    /** All that the box has said in it so far, the INVITE of a call in not among it. */
    List<SipText> messages() {
        return heard;
    }

    /** The name and number that the telephone shows by now: of the last message that named somebody. */
    String display() {
        String shown = theirs == null ? "" : theirs.header("Remote-Party-ID");
        for (SipText message : heard) {
            String named = message.header("Remote-Party-ID");
            shown = named.isEmpty() ? shown : named;
        }
        return shown;
    }

    /** Waits until the telephone shows that. */
    SipCall shows(String who) {
        Until.holds(end.user + " shows " + who, this::display, shown -> shown.contains(who));
        return this;
    }

    synchronized void begin() {
        end.ask(dialog.invite(wish.lines(), SipDialog.sdp(sound.port())));
    }

    synchronized void hears(SipText message) {
        heard.add(message);
        if (message.status() == 0) {
            asked(message);
        } else if (message.method().equals("INVITE")) {
            answered(message);
        }
        notifyAll();
    }

    private void answered(SipText response) {
        if (response.status() < 200) {
            ringing(response);
        } else if (response.status() < 300) {
            accepted(response);
        } else if (response.sequence() == dialog.invite().sequence()) {
            refused(response);
        }
    }

    private void ringing(SipText response) {
        reached |= response.status() >= 180;
        if (state == State.TRYING && response.status() >= 180) {
            dialog.rings(response);
            state = State.RINGING;
        }
        if (leaving && state != State.OVER) {
            end.ask(dialog.cancels());
        }
    }

    private void accepted(SipText response) {
        reached = true;
        dialog.established(response);
        end.send(dialog.acknowledges(response));
        if (state == State.OVER) {
            end.ask(dialog.next("BYE", "")); // too late for whoever called
        }
        if (state == State.TALKING || state == State.OVER) {
            return;
        }
        status = response.status();
        state = State.TALKING;
        sound.sendTo(response.audioHost(), response.audioPort());
        if (leaving) {
            bye();
        }
    }

    private void refused(SipText response) {
        end.send(dialog.acknowledgesRefusal(response));
        boolean challenge = response.status() == 401 || response.status() == 407;
        if (challenge && !proven && !wish.secret().isEmpty() && !leaving) {
            proven = true;
            String proof = Digests.answer(response, "INVITE", dialog.target(), wish.user(), wish.secret());
            end.ask(dialog.invite(proof + wish.lines(), SipDialog.sdp(sound.port())));
        } else {
            status = response.status();
            close();
        }
    }

    private void asked(SipText request) {
        switch (request.method()) {
            case "ACK" -> ok = "";
            case "CANCEL" -> {
                end.send(dialog.response(request, 200, ""));
                if (state == State.RINGING) {
                    end.send(dialog.response(theirs, 487, ""));
                    close();
                }
            }
            case "BYE" -> {
                end.send(dialog.response(request, 200, ""));
                close();
            }
            case "INVITE" -> end.send(again(request));
            case "NOTIFY" -> {
                end.send(dialog.response(request, 200, ""));
                told.add(request.body().trim() + " "
                        + request.header("Subscription-State").replaceAll(";.*", ""));
            }
            default -> end.send(dialog.response(request, 200, ""));
        }
    }

    /** The INVITE again, or another one in the talk. */
    private String again(SipText request) {
        if (theirs != null && request.branch().equals(theirs.branch())) {
            return ok.isEmpty() ? dialog.response(theirs, state == State.OVER ? 487 : 180, "") : ok;
        }
        boolean talking = state == State.TALKING;
        return dialog.response(request, talking ? 200 : 481, talking ? SipDialog.sdp(sound.port()) : "");
    }

    synchronized void rings() {
        state = State.RINGING;
        end.send(dialog.response(theirs, 180, ""));
    }

    /** Lifts; does not wait for anything. */
    synchronized SipCall lifts() {
        if (state == State.RINGING) {
            state = State.TALKING;
            ok = dialog.response(theirs, 200, SipDialog.sdp(sound.port()));
            end.send(ok);
            sound.sendTo(theirs.audioHost(), theirs.audioPort());
        }
        return this;
    }

    synchronized SipCall refuses(int code) {
        end.send(dialog.response(theirs, code, ""));
        close();
        return this;
    }

    /** Puts the far end on hold (RFC 3264 §8.4). */
    synchronized SipCall holds() {
        end.ask(dialog.invite("", SipDialog.sdp(sound.port()).replace("sendrecv", "sendonly")));
        return this;
    }

    /** Puts the far end through to that number; {@code asked}: the call in which that was agreed, or null. */
    synchronized SipCall putsThrough(String number, SipCall asked) {
        String replaced = asked == null ? "" : asked.dialog.replaced();
        end.ask(dialog.next("REFER", "Refer-To: <sip:" + number + "@" + end.there() + replaced + ">\r\n"));
        return this;
    }

    /** The header by which another telephone takes this one's place (RFC 3891); {@code more}: parameters. */
    synchronized String replacedBy(String more) {
        String named = URLDecoder.decode(dialog.replaced(), StandardCharsets.UTF_8);
        return named.replace("?Replaces=", "Replaces: ") + more + "\r\n";
    }

    /** What it has been told of its transfer so far. */
    List<String> told() {
        return told;
    }

    /** Waits for the last word on its transfer. */
    SipCall isTold(String last) {
        Until.holds(end.user + " is told " + last, () -> told, all -> all.contains(last + " terminated"));
        return this;
    }

    /** Keys of the far end as RFC 4733 tells them. */
    String pressed() {
        return sound.pressed();
    }

    /** Keys of the far end that are in its sound. */
    String keysInTheSound() {
        StringBuilder keys = new StringBuilder();
        short[] heard = sound.heard();
        new DtmfReceiver(new DtmfListener() {
                    @Override
                    public void began(char key, long from) {
                        keys.append(key);
                    }

                    @Override
                    public void ended(char key, long from, long to) {}
                })
                .process(heard, 0, heard.length);
        return keys.toString();
    }

    /** Leaves, in whatever way the moment asks for. */
    synchronized SipCall hangsUp() {
        if (state == State.TALKING) {
            bye();
        } else if (state != State.OVER && theirs != null) {
            refuses(486);
        } else if (state != State.OVER) {
            leaving = true;
            if (state == State.RINGING) {
                end.ask(dialog.cancels());
            }
        }
        return this;
    }

    private void bye() {
        end.ask(dialog.next("BYE", ""));
        close();
    }

    synchronized boolean over() {
        return state == State.OVER;
    }

    synchronized boolean talks() {
        return state == State.TALKING;
    }

    /** Whether the box has ever said that it rings or answers. */
    synchronized boolean reached() {
        return reached;
    }

    SipCall isRinging() {
        return awaits("180 or 200", () -> state != State.TRYING);
    }

    SipCall isAnswered() {
        awaits("answer", () -> state == State.TALKING || state == State.OVER);
        if (!talks()) {
            throw new AssertionError("not answered, but ended with " + status());
        }
        return this;
    }

    SipCall isOver() {
        return awaits("end", () -> state == State.OVER);
    }

    /** The final answer; 0: none yet. */
    synchronized int status() {
        return status;
    }

    private synchronized SipCall awaits(String what, BooleanSupplier seen) {
        long deadline = System.nanoTime() + Until.PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(end.user + ": no " + what + " of the call, which is " + state);
            }
            try {
                wait(left);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return this;
    }

    SipCall says(short[] words) {
        sound.says(words);
        return this;
    }

    SipCall presses(String digits) {
        sound.presses(digits);
        return this;
    }

    short[] heard() {
        short[] all = sound.heard();
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    /** What is heard counts from now. */
    SipCall fromNow() {
        from = sound.heard().length;
        return this;
    }

    SipCall hears(double seconds) {
        Until.holds(end.user + " hears " + seconds + " s", () -> Hearing.lively(heard()), s -> s >= seconds);
        return this;
    }

    /** Waits for the message tone; gives the seconds from the answer to it. */
    double hearsMessageTone() {
        Duration patience = Duration.ofSeconds(90);
        return Until.holds("the message tone", patience, () -> Hearing.messageTone(heard()), at -> at >= 0);
    }

    /** Stays that long, by what it hears. */
    SipCall listens(double seconds) {
        int enough = heard().length + (int) (seconds * 8000);
        Until.holds("the call goes on for " + seconds + " s", () -> heard().length, n -> n >= enough);
        return this;
    }

    @Override
    public synchronized void close() {
        state = State.OVER;
        sound.close();
        notifyAll();
    }
}
