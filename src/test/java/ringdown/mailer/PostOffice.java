package ringdown.mailer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's server on loopback that takes e-mail (RFC 5321), or is told not to. */
public final class PostOffice implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;
    private volatile int refused;

    public PostOffice(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Whole e-mails, head and body, oldest first. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** What came after AUTH PLAIN. */
    public List<String> logins() {
        return List.copyOf(logins);
    }

    /** How often it has said no. */
    public int refused() {
        return refused;
    }

    public void refuses(boolean now) {
        refuses = now;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = caller.getOutputStream();
            say(out, "220 post office");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(line, in, out);
            }
        } catch (IOException gone) {
            // the client has hung up
        }
    }

    private void answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String verb = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
            case "EHLO" -> {
                out.write("250-post office\r\n250 AUTH PLAIN\r\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            case "AUTH" -> {
                logins.add(new String(
                        java.util.Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())),
                        StandardCharsets.UTF_8));
                say(out, "235 welcome");
            }
            case "MAIL" -> {
                if (refuses) {
                    refused++;
                }
                say(out, refuses ? "451 come back later" : "250 go on");
            }
            case "DATA" -> {
                say(out, "354 say it");
                taken.add(text(in));
                say(out, "250 taken");
            }
            case "QUIT" -> say(out, "221 bye");
            default -> say(out, "250 fine");
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
