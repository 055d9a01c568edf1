package ringdown;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ringdown.clock.OfficeClock;

/**
 * A telephone that writes SIP as text over UDP and answers every call at once: the training run calls with it, and the benchmarks do,
 * which is why it is public. Its platform thread "phone-USER" listens; calls are made by one thread at a time.
 */
public final class PlainPhone implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final InetSocketAddress box;
    private final String user;
    private final String secret;
    private final int soundPort;
    private final OfficeClock clock;
    private final DatagramSocket socket;
    private final BlockingQueue<PlainLetter> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Rung> rung = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> gone = new LinkedBlockingQueue<>();
    private final Set<String> known = new HashSet<>();

    /** A call that came in: when its INVITE was here ({@link OfficeClock#nanos}), and the port of the box that wants our sound. */
    public record Rung(long nanos, int soundPort) {}

    /** A call made and answered: when the INVITE with its proof was sent, when the 200 was here, and the port of the box for our sound. */
    public record Talk(String callId, String tag, String remote, String uri, int soundPort, long sent, long answered) {}

    /** @param soundPort named in its offers and answers; nothing is read or sent there by this class */
    public PlainPhone(InetSocketAddress box, String user, String secret, int soundPort, OfficeClock clock)
            throws IOException {
        this.box = box;
        this.user = user;
        this.secret = secret;
        this.soundPort = soundPort;
        this.clock = clock;
        this.socket = new DatagramSocket(new InetSocketAddress(box.getAddress(), 0));
        Thread.ofPlatform().name("phone-" + user).daemon(true).start(this::listen);
    }

    /** Registers for an hour. */
    public void register() throws IOException {
        ask(letter("REGISTER", "sip:" + host(), "", UUID.randomUUID().toString(), "r", "Expires: 3600\r\n", ""));
    }

    /** Calls that number and waits until somebody has answered. */
    public Talk call(String number) throws IOException {
        String callId = UUID.randomUUID().toString();
        String uri = "sip:" + number + "@" + host();
        Request invite = letter("INVITE", uri, "", callId, callId.substring(0, 8), "", sound());
        long[] sent = new long[1];
        PlainLetter ok = ask(invite, sent);
        long answered = clock.nanos();
        String contact = ok.header("Contact").replaceAll("^.*<|>.*$", "");
        Talk talk = new Talk(callId, invite.tag, ok.header("To"), contact, ok.soundPort(), sent[0], answered);
        send(letter("ACK", contact, talk.remote, callId, talk.tag, "", "").text(2, ""));
        return talk;
    }

    /** Ends the call and waits for the box's word on it. */
    public void hangUp(Talk talk) throws IOException {
        Request bye = letter("BYE", talk.uri, talk.remote, talk.callId, talk.tag, "", "");
        send(bye.text(3, ""));
        answer(bye, 3);
    }

    /** The next call that comes in. */
    public Rung rung() throws IOException {
        return await(rung, "call for " + user);
    }

    /** The next call that came in and that the box has ended. */
    public void gone() throws IOException {
        await(gone, "end of a call for " + user);
    }

    private PlainLetter ask(Request request) throws IOException {
        return ask(request, new long[1]);
    }

    /** Sends it, proves who we are (RFC 7616 §3.4.1 with MD5), and wants a 200. */
    private PlainLetter ask(Request request, long[] sent) throws IOException {
        send(request.text(1, ""));
        PlainLetter challenge = answer(request, 1);
        if (challenge.status() == 401) {
            if (request.method.equals("INVITE")) {
                send(letter("ACK", request.uri, challenge.header("To"), request.callId, request.tag, "", "")
                        .text(1, "", Request.branch(challenge)));
            }
            sent[0] = clock.nanos();
            send(request.text(2, proof(challenge, request)));
            challenge = answer(request, 2);
        }
        if (challenge.status() != 200) {
            throw new IOException(user + ": " + request.method + " gave " + challenge.first());
        }
        return challenge;
    }

    private String proof(PlainLetter challenge, Request request) {
        String asked = challenge.all("WWW-Authenticate").stream()
                .filter(value -> !value.contains("SHA-256"))
                .findFirst()
                .orElse("");
        String realm = PlainLetter.quoted(asked, "realm");
        String nonce = PlainLetter.quoted(asked, "nonce");
        String middle = ":" + nonce + ":00000001:c0ffee:auth:";
        String response =
                md5(md5(user + ":" + realm + ":" + secret) + middle + md5(request.method + ":" + request.uri));
        String opaque = PlainLetter.quoted(asked, "opaque");
        return "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", qop=auth, nc=00000001, cnonce=\"c0ffee\", algorithm=MD5%s, response=\"%s\"\r\n"
                .formatted(
                        user,
                        realm,
                        nonce,
                        request.uri,
                        opaque.isEmpty() ? "" : ", opaque=\"" + opaque + "\"",
                        response);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private PlainLetter answer(Request request, int number) throws IOException {
        String wanted = number + " " + request.method;
        PlainLetter letter = await(answers, "answer to " + request.method + " of " + user);
        while (!letter.header("CSeq").equals(wanted)
                || !letter.header("Call-ID").equals(request.callId)) {
            letter = await(answers, "answer to " + request.method + " of " + user);
        }
        return letter;
    }

    private static <T> T await(BlockingQueue<T> queue, String what) throws IOException {
        try {
            T found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (found == null) {
                throw new IOException("no " + what);
            }
            return found;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException(end);
        }
    }

    private void listen() {
        byte[] buffer = new byte[8192];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                take(clock.nanos(), new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (IOException end) {
                return;
            }
        }
    }

    private void take(long nanos, String text) throws IOException {
        PlainLetter letter = PlainLetter.read(text);
        if (letter.status() >= 200) {
            answers.add(letter);
        } else if (letter.status() == 0 && letter.first().startsWith("INVITE ")) {
            if (known.add(letter.header("Call-ID"))) {
                rung.add(new Rung(nanos, letter.soundPort()));
            }
            reply(letter, "180 Ringing", "");
            reply(letter, "200 OK", sound());
        } else if (letter.status() == 0 && !letter.first().startsWith("ACK ")) {
            reply(letter, "200 OK", "");
            if (letter.first().startsWith("BYE ")) {
                gone.add(letter.header("Call-ID"));
            }
        }
    }

    private void reply(PlainLetter request, String status, String body) throws IOException {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        request.all("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        text.append(to.contains("tag=") ? "" : ";tag=b").append("\r\nCall-ID: ").append(request.header("Call-ID"));
        text.append("\r\nCSeq: ").append(request.header("CSeq")).append("\r\n");
        send(text + Request.end(contact(), body));
    }

    private Request letter(
            String method, String uri, String remote, String callId, String tag, String lines, String body) {
        String to = remote.isEmpty() ? "<" + (method.equals("REGISTER") ? address() : uri) + ">" : remote;
        String head = "From: <" + address() + ">;tag=" + tag + "\r\nTo: " + to + "\r\nCall-ID: " + callId
                + "\r\nMax-Forwards: 70\r\n" + lines;
        return new Request(method, uri, callId, tag, contact(), here(), head, body);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, box));
    }

    private String host() {
        return box.getAddress().getHostAddress() + ":" + box.getPort();
    }

    private String address() {
        return "sip:" + user + "@" + host();
    }

    private String here() {
        InetAddress local = socket.getLocalAddress();
        return local.getHostAddress() + ":" + socket.getLocalPort();
    }

    private String contact() {
        return "<sip:" + user + "@" + here() + ">";
    }

    private String sound() {
        String host = box.getAddress().getHostAddress();
        return "v=0\r\no=- 1 1 IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host + "\r\nt=0 0\r\nm=audio " + soundPort
                + " RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
    }

    @Override
    public void close() {
        socket.close();
    }

    /** A request that may be sent again with a proof. */
    private record Request(
            String method,
            String uri,
            String callId,
            String tag,
            String contact,
            String here,
            String head,
            String body) {
        String text(int number, String lines) {
            return text(number, lines, "z9hG4bK" + UUID.randomUUID());
        }

        String text(int number, String lines, String branch) {
            return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ";branch=" + branch + ";rport\r\n"
                    + head + "CSeq: " + number + " " + method + "\r\n" + lines + end(contact, body);
        }

        static String end(String contact, String body) {
            return "Contact: " + contact + "\r\n" + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        }

        /** An ACK for a refusal belongs to the INVITE's own transaction (RFC 3261 §17.1.1.3). */
        static String branch(PlainLetter answer) {
            String via = answer.header("Via");
            return via.substring(via.indexOf("branch=") + 7).split(";", 2)[0];
        }
    }
}
