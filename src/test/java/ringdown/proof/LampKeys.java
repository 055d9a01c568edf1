package ringdown.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of a telephone beside which a lamp shows what others do (RFC 4235): all that each was told, in the order it came. */
final class LampKeys {
    private final SipEnd end;
    private final String extension;
    private final String secret;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    private static final class Key {
        final String name;
        final List<SipText> told = new ArrayList<>();
        volatile int status;

        Key(String name) {
            this.name = name;
        }
    }

    LampKeys(SipEnd end, String extension, String secret) {
        this.end = end;
        this.extension = extension;
        this.secret = secret;
    }

    /** Subscribes; does not wait for anything. */
    void watch(String name) {
        String callId = SipEnd.token();
        keys.put(callId, new Key(name));
        end.ask(subscribe(callId, name, 1, ""));
    }

    private String subscribe(String callId, String name, int number, String proof) {
        String box = end.there();
        return "SUBSCRIBE sip:" + name + "@" + box + " SIP/2.0\r\n" + end.via() + "From: <sip:" + extension + "@" + box
                + ">;tag=keys\r\nTo: <sip:" + name + "@" + box + ">\r\nCall-ID: " + callId + "\r\nCSeq: " + number
                + " SUBSCRIBE\r\nContact: " + end.contact() + "\r\nEvent: dialog\r\nExpires: 600\r\n"
                + "Accept: application/dialog-info+xml\r\n" + proof + "Content-Length: 0\r\n\r\n";
    }

    /** Takes what belongs to a key; a NOTIFY is answered by whoever asks. */
    void hears(SipText message) {
        Key key = keys.get(message.callId());
        if (key == null) {
            return;
        }
        if (message.status() == 401 && message.sequence() == 1) {
            String uri = "sip:" + key.name + "@" + end.there();
            String proof = Digests.answer(message, "SUBSCRIBE", uri, extension, secret);
            end.ask(subscribe(message.callId(), key.name, 2, proof));
        } else if (message.status() >= 200) {
            key.status = message.status();
        } else if (message.is("NOTIFY")) {
            told(key, message);
        }
    }

    private static synchronized void told(Key key, SipText notify) {
        if (key.told.isEmpty() || key.told.getLast().sequence() < notify.sequence()) {
            key.told.add(notify); // else it came again
        }
    }

    /** All that was told of it so far. */
    List<SipText> told(String name) {
        synchronized (LampKeys.class) {
            return keys.values().stream()
                    .filter(key -> key.name.equals(name))
                    .flatMap(key -> List.copyOf(key.told).stream())
                    .toList();
        }
    }

    /** What it shows: terminated (dark), early (rings), confirmed (lit); empty before it was told anything. */
    String shows(String name) {
        List<SipText> told = told(name);
        return told.isEmpty() ? "" : state(told.getLast());
    }

    static String state(SipText notify) {
        return SipText.found(notify.body(), "<state>(\\w+)</state>");
    }

    /** Waits until it shows that; gives what it was told. */
    SipText showsSoon(String name, String state) {
        Until.holds(extension + " sees " + name, () -> shows(name), state::equals);
        return told(name).stream()
                .filter(told -> state(told).equals(state))
                .toList()
                .getLast();
    }
}
