package ringdown.proof;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A SIP telephone of the office written by hand: it lifts, dials and lays down in the very moment in which a proof wants it. */
final class SwiftPhone implements AutoCloseable {
    private final Box box;
    private final String extension;
    private final SipEnd end;
    private final LampKeys keys;
    private volatile CompletableFuture<SipText> challenge = new CompletableFuture<>();

    private SwiftPhone(Box box, String extension) {
        this.box = box;
        this.extension = extension;
        this.end = new SipEnd(extension, 0, this::own);
        this.keys = new LampKeys(end, extension, secret());
        end.facing(box.sip());
    }

    static SwiftPhone registers(Box box, String extension) {
        SwiftPhone phone = new SwiftPhone(box, extension);
        phone.register();
        Until.holds(extension + " is registered", () -> box.registered(extension));
        return phone;
    }

    /** Never registers; it may call. */
    static SwiftPhone unregistered(Box box, String extension) {
        return new SwiftPhone(box, extension);
    }

    /** Its keys with lamps. */
    LampKeys keys() {
        return keys;
    }

    private boolean own(SipText message) {
        keys.hears(message);
        if (message.method().equals("REGISTER") && message.status() == 401) {
            challenge.complete(message);
        }
        return message.status() > 0;
    }

    /** Once more after the box has been away. */
    void register() {
        register(300);
    }

    /** Is switched off: tells the box that nothing is there to be rung any more. */
    void signsOff() {
        register(0);
    }

    private void register(int expires) {
        challenge = new CompletableFuture<>();
        String callId = SipEnd.token();
        end.ask(register(callId, 1, "", expires));
        try {
            SipText asked = challenge.get(Until.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            String proof = Digests.answer(asked, "REGISTER", "sip:" + end.there(), extension, secret());
            end.ask(register(callId, 2, proof, expires));
        } catch (Exception failed) {
            throw new AssertionError(extension + " cannot register", failed);
        }
    }

    private String secret() {
        return "s3cret-" + extension;
    }

    private String register(String callId, int number, String proof, int expires) {
        String me = "<sip:" + extension + "@" + end.there() + ">";
        return "REGISTER sip:" + end.there() + " SIP/2.0\r\n" + end.via() + "From: " + me + ";tag=r\r\nTo: " + me
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + number + " REGISTER\r\nContact: " + end.contact()
                + "\r\nExpires: " + expires + "\r\n" + proof + "Content-Length: 0\r\n\r\n";
    }

    SipCall isRung() {
        return end.isRung();
    }

    SipCall isRungNow() {
        return end.isRungNow();
    }

    SipCall dials(String number) {
        return dials(number, "");
    }

    /** The same with more header lines. */
    SipCall dials(String number, String lines) {
        String from = "<sip:" + extension + "@" + end.there() + ">";
        return end.calls(new SipCall.Wish(number, from, lines, extension, secret()));
    }

    /** Ends whatever goes on, and waits until the box has seen it. */
    void laysDown() {
        end.hangsUp();
        isFree();
        while (end.isRungNow() != null) {
            // what rang is past
        }
    }

    SwiftPhone isFree() {
        Until.holds(
                extension + " is free",
                () -> box.person(extension).path("state").asString(),
                "free"::equals);
        return this;
    }

    long open() {
        return end.open();
    }

    @Override
    public void close() {
        end.close();
    }
}
