package ringdown.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ringdown.Patience;

/** A stranger at an address that is nobody's of the office: asks one thing after the other and waits for each answer, or for none. */
public final class Attacker implements AutoCloseable {
    private static final byte[] ROOM = new byte[16_384];

    private final InetSocketAddress box;
    private final String here;
    private final DatagramSocket socket;
    private final String calls = "scan-" + Token.next() + "-";
    private int number;

    public Attacker(InetSocketAddress box, String address) throws IOException {
        this.box = box;
        this.here = address;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.setReceiveBufferSize(1 << 20);
    }

    private String there() {
        return "127.0.0.1:" + box.getPort();
    }

    /** Text of a request for that extension by that extension. */
    private String text(String method, String extension, String target, String lines) {
        String who = "<sip:" + extension + "@" + there() + ">";
        return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ":" + socket.getLocalPort()
                + ";branch=z9hG4bK" + Token.next() + ";rport\r\nMax-Forwards: 70\r\nFrom: " + who + ";tag=a\r\nTo: "
                + (method.equals("REGISTER") ? who : "<" + target + ">") + "\r\nCall-ID: " + calls + ++number
                + "\r\nCSeq: 1 " + method + "\r\nContact: <sip:" + extension + "@" + here + ":"
                + socket.getLocalPort() + ">\r\n" + lines + "Content-Length: 0\r\n\r\n";
    }

    private String target(String method, String extension) {
        return method.equals("REGISTER") ? "sip:" + there() : "sip:" + extension + "@" + there();
    }

    /** Sends and forgets. */
    public void throwsIn(String method, String extension, String lines) throws IOException {
        send(text(method, extension, target(method, extension), lines));
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, box));
    }

    /** The answer; empty if none comes in so many milliseconds. What comes for something else is not it. */
    public String asks(String method, String extension, String lines, int millis) throws IOException {
        return ask(text(method, extension, target(method, extension), lines), millis);
    }

    /** A call to a number, by that extension. */
    public String calls(String number, String extension, String lines, int millis) throws IOException {
        return ask(text("INVITE", extension, "sip:" + number + "@" + there(), lines), millis);
    }

    private String ask(String text, int millis) throws IOException {
        String mine = "Call-ID: " + calls + number + "\r\n";
        send(text);
        long deadline = System.nanoTime() + millis * 1_000_000L;
        while (true) {
            int left = (int) ((deadline - System.nanoTime()) / 1_000_000);
            if (left <= 0) {
                return "";
            }
            socket.setSoTimeout(left);
            try {
                DatagramPacket packet = new DatagramPacket(ROOM, ROOM.length);
                socket.receive(packet);
                String answer = new String(ROOM, 0, packet.getLength(), StandardCharsets.UTF_8);
                if (answer.contains(mine) && !answer.startsWith("SIP/2.0 1")) {
                    return answer;
                }
            } catch (SocketTimeoutException silence) {
                return "";
            }
        }
    }

    public String asks(String method, String extension, String lines) throws IOException {
        return asks(method, extension, lines, Patience.millis());
    }

    /** An answer to a challenge. */
    public String guess(String challenge, String method, String extension, String password) {
        return proof(challenge, method, target(method, extension), extension, password);
    }

    public String proof(String challenge, String method, String uri, String extension, String password) {
        Letters letters = Letters.read(challenge);
        Digest asked = Digest.parse(letters.all("WWW-Authenticate").getFirst());
        return "Authorization: "
                + asked.answered(Algorithm.MD5, extension, password, method, uri, "c0ffee", 1)
                + "\r\n";
    }

    /** What of an answer could tell one extension from another: all but nonces, tags and what was sent. */
    static List<String> tells(String answer, String extension) {
        List<String> lines = new ArrayList<>();
        answer.lines()
                .map(line -> line.replaceAll("nonce=\"[^\"]*\"", "nonce")
                        .replaceAll(";tag=\\w+", ";tag")
                        .replaceAll("branch=[\\w]+", "branch")
                        .replaceAll("(Call-ID: scan-)\\S+", "$1")
                        .replace("sip:" + extension + "@", "sip:X@"))
                .forEach(lines::add);
        return lines;
    }

    @Override
    public void close() {
        socket.close();
    }
}
