package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP telephone written by hand over UDP, for what baresip does not do: SHA-256, wrong passwords. */
final class TextualPhone implements AutoCloseable {
    private final InetSocketAddress box;
    private final DatagramSocket socket;
    private final String callId = UUID.randomUUID().toString();
    private int sequence;

    TextualPhone(int sip) {
        try {
            box = new InetSocketAddress(InetAddress.getLoopbackAddress(), sip);
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(2000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends REGISTER, again and again until somebody answers, and gives the final answer. */
    String register(String extension, String authorization) {
        String host = "127.0.0.1:" + box.getPort();
        String text = "REGISTER sip:" + host + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort()
                + ";branch=z9hG4bK"
                + UUID.randomUUID() + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:" + extension + "@" + host
                + ">;tag=t1\r\nTo: <sip:"
                + extension + "@" + host + ">\r\nCall-ID: " + callId + "\r\nCSeq: " + ++sequence
                + " REGISTER\r\nContact: <sip:"
                + extension + "@127.0.0.1:" + socket.getLocalPort() + ">\r\nExpires: 300\r\n" + authorization
                + "Content-Length: 0\r\n\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long deadline = System.nanoTime() + Until.PATIENCE.toNanos();
        try {
            String answer = "";
            while (answer.isEmpty() && System.nanoTime() < deadline) {
                socket.send(new DatagramPacket(bytes, bytes.length, box));
                answer = answer();
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String answer() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (true) {
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silence) {
                return "";
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (text.startsWith("SIP/2.0 ") && !text.startsWith("SIP/2.0 1") && text.contains(sequence + " REGISTER")) {
                return text;
            }
        }
    }

    /** The next request of that method which the box sends; empty if none comes for two seconds. It is answered with 200. */
    String request(String method) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            while (true) {
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (text.startsWith(method + " ")) {
                    StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
                    text.lines()
                            .filter(line -> line.matches("(?i)(via|from|to|call-id|cseq):.*"))
                            .forEach(line -> answer.append(line).append("\r\n"));
                    byte[] bytes = answer.append("Content-Length: 0\r\n\r\n")
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(bytes, bytes.length, box));
                    return text;
                }
            }
        } catch (SocketTimeoutException silence) {
            return "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** RFC 7616 with qop=auth. */
    String proof(String challenge, String algorithm, String extension, String secret) {
        String line = Arrays.stream(challenge.split("\r\n"))
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("www-authenticate:")
                        && l.contains("algorithm=" + algorithm))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no challenge by " + algorithm + " in " + challenge));
        String realm = parameter(line, "realm");
        String nonce = parameter(line, "nonce");
        String uri = "sip:127.0.0.1:" + box.getPort();
        String ha1 = hash(algorithm, extension + ":" + realm + ":" + secret);
        String ha2 = hash(algorithm, "REGISTER:" + uri);
        String response = hash(algorithm, ha1 + ":" + nonce + ":00000001:c0ffee:auth:" + ha2);
        return "Authorization: Digest username=\"" + extension + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", response=\"" + response + "\", algorithm=" + algorithm
                + ", qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
    }

    private static String parameter(String line, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String hash(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
