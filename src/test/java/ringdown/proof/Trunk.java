package ringdown.proof;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A SIP provider of the office file: takes the box's registration (with digest if it has a secret to ask for), calls in, and takes the
 * box's calls out.
 */
final class Trunk implements AutoCloseable {
    private final String name;
    private final String secret;
    private final SipEnd end;
    private final AtomicReference<String> contact = new AtomicReference<>("");
    private volatile int granted = 300;
    private volatile boolean down;
    private volatile boolean full;

    /** How a caller is shown: header lines as different providers write them. */
    record Shown(String from, String lines) {
        static Shown as(String number) {
            return new Shown("<sip:" + number + "@provider.example>", "");
        }

        /** The number stands in P-Asserted-Identity, From says something of the network's own. */
        static Shown asserted(String number) {
            return new Shown(
                    "<sip:gw7@provider.example>", "P-Asserted-Identity: <sip:" + number + "@provider.example>\r\n");
        }

        static Shown withName(String number, String name) {
            return new Shown("\"" + name + "\" <sip:" + number + "@provider.example;user=phone>", "");
        }

        static Shown anonymous() {
            return new Shown("\"Anonymous\" <sip:anonymous@anonymous.invalid>", "");
        }

        /** The network knows the number and must not tell it (RFC 3323, RFC 3325). */
        static Shown withheld(String number) {
            return new Shown(
                    "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
                    "Privacy: id\r\nP-Asserted-Identity: <sip:" + number + "@provider.example>\r\n");
        }
    }

    private Trunk(String name, int port, String secret) {
        this.name = name;
        this.secret = secret;
        this.end = new SipEnd(name, port, this::own);
    }

    /** The trunk of that name in the office file; it asks for the secret that stands there. */
    static Trunk of(Office office, String name) {
        String line = SipText.found(office.yaml(), "(\\{name: " + name + ", host:[^}]*})");
        int port = Integer.parseInt(SipText.found(line, "port: (\\d+)"));
        return new Trunk(name, port, SipText.found(line, "secret: ([^,}]+)"));
    }

    /** Wants to be asked again after so many seconds, so that the box soon knows that it is down. */
    Trunk grants(int seconds) {
        granted = seconds;
        return this;
    }

    /** Takes no registration any more (503), or takes them again. */
    void isDown(boolean now) {
        down = now;
    }

    /** Takes no call of the box any more (503), or takes them again. */
    void isFull(boolean now) {
        full = now;
    }

    /** The box that it serves, once that runs and has registered if it is to. */
    Trunk serves(Box box) {
        end.facing(box.sip());
        Until.holds(
                "the trunk is usable",
                () -> box.api().get("/api/health").path("lines").toString(),
                lines -> lines.matches(".*\"" + name + "\",\"state\":\"(registered|static)\".*"));
        return this;
    }

    private boolean own(SipText message) {
        if (message.is("REGISTER")) {
            end.facing(Integer.parseInt(SipText.found(message.header("Contact"), "@[^:>]+:(\\d+)")));
            if (down) {
                end.answer(message, 503, "");
                return true;
            }
            if (refused(message, "REGISTER", "Authorization", 401, "WWW-Authenticate")) {
                return true;
            }
            contact.set(SipText.found(message.header("Contact"), "sip:([^@]+)@"));
            String bound = message.header("Contact").replaceAll(";expires=\\d+", "");
            end.answer(message, 200, "Expires: " + granted + "\r\nContact: " + bound + "\r\n");
            return true;
        }
        if (full && message.is("INVITE")) {
            end.answer(message, 503, "");
            return true;
        }
        return message.is("INVITE") && refused(message, "INVITE", "Proxy-Authorization", 407, "Proxy-Authenticate");
    }

    private boolean refused(SipText request, String method, String header, int status, String challenge) {
        if (secret.isEmpty() || Digests.proves(request.header(header), method, secret)) {
            return false;
        }
        String nonce = SipEnd.token();
        end.answer(
                request,
                status,
                challenge + ": Digest realm=\"provider.example\", nonce=\"" + nonce + "\", qop=\"auth\"\r\n");
        return true;
    }

    /** The Contact user that the box chose; empty before it has registered. */
    String contact() {
        return contact.get();
    }

    /** Somebody calls one of the office's numbers. */
    SipCall calls(Shown caller, String called) {
        return end.calls(new SipCall.Wish(called, caller.from(), caller.lines(), "", ""));
    }

    /** The next call that the box makes over this trunk. */
    SipCall isCalled() {
        return end.isRung();
    }

    SipCall isCalledNow() {
        return end.isRungNow();
    }

    void hangsUp() {
        end.hangsUp();
    }

    long open() {
        return end.open();
    }

    @Override
    public void close() {
        end.close();
    }
}
