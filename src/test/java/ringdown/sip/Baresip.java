package ringdown.sip;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ringdown.Installed;
import ringdown.Patience;
import ringdown.audio.Wav;
import ringdown.proof.Ports;

/** A real telephone without a sound card: plays a WAV into its calls and keeps what it hears as another. */
final class Baresip implements AutoCloseable {
    /** A call that takes its time must not see the end of the file. */
    private static final int SILENCE = 120 * 8000;

    private final Path home;
    private final Process process;
    private final int control;
    private final String domain;

    /** {@code folder}: takes what it needs and what it hears. */
    Baresip(Path folder, TestBox box, String extension, String codec, short[] plays, boolean answers, String transport)
            throws IOException {
        Installed.program("baresip");
        home = Files.createDirectory(folder.resolve(extension));
        domain = "127.0.0.1:" + box.address.getPort();
        int ports = Ports.run(14);
        control = ports + 2; // baresip takes the port after its own for TLS
        Path wav = Files.write(home.resolve("plays.wav"), Wav.bytes(Arrays.copyOf(plays, plays.length + SILENCE)));
        Files.writeString(home.resolve("config"), config(ports, ports + 4, wav));
        Files.writeString(
                home.resolve("accounts"),
                "<sip:" + extension + "@" + domain + ";transport=" + transport + ">;regint=300;auth_user=" + extension
                        + ";auth_pass=s3cret-" + extension + ";audio_codecs=" + codec + ";ptime=20;dtmfmode=rtpevent"
                        + (answers ? ";answermode=auto" : ";answermode=manual") + "\n");
        Files.writeString(home.resolve("contacts"), "");
        Files.writeString(home.resolve("uuid"), UUID.randomUUID().toString());
        process = new ProcessBuilder("baresip", "-f", home.toString(), "-4")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(home.resolve("log").toFile())
                .start();
    }

    private String config(int sip, int rtp, Path wav) {
        String modules = Stream.of(
                        "/usr/lib/baresip/modules",
                        "/usr/lib/x86_64-linux-gnu/baresip/modules",
                        "/usr/lib/aarch64-linux-gnu/baresip/modules")
                .filter(d -> Files.isDirectory(Path.of(d)))
                .findFirst()
                .orElseThrow();
        return """
                poll_method epoll
                sip_listen 127.0.0.1:%d
                call_local_timeout 60
                call_max_calls 4
                audio_source aufile,%s
                audio_player aubridge,sink
                audio_alert aubridge,alert
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                ausrc_format s16
                auplay_format s16
                auenc_format s16
                audec_format s16
                audio_buffer 20-160
                rtp_ports %d-%d
                rtcp_mux no
                jitter_buffer_type fixed
                jitter_buffer_delay 2-10
                net_interface 127.0.0.1
                module_path %s
                module g711.so
                module aufile.so
                module aubridge.so
                module sndfile.so
                module_tmp uuid.so
                module_tmp account.so
                module_app mwi.so
                module_app contact.so
                module_app menu.so
                module_app ctrl_tcp.so
                ctrl_tcp_listen 127.0.0.1:%d
                snd_path %s
                """.formatted(sip, wav, rtp, rtp + 9, modules, control, home);
    }

    void dial(String number) throws IOException {
        command("dial", "sip:" + number + "@" + domain);
    }

    void press(char digit) throws IOException {
        command("sndcode", Character.toString(digit));
    }

    void hangUp() throws IOException {
        command("hangup", "");
    }

    private void command(String name, String params) throws IOException {
        String json = "{\"command\":\"" + name + "\",\"params\":\"" + params + "\",\"token\":\"t\"}";
        try (Socket socket = connected()) {
            socket.setSoTimeout(Patience.millis());
            socket.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            if (in.read() < 0) {
                throw new IOException("baresip did not take " + name);
            }
        }
    }

    private Socket connected() throws IOException {
        AtomicReference<Socket> socket = new AtomicReference<>();
        Patience.until("baresip listens for commands", () -> {
            try {
                socket.set(new Socket(InetAddress.getLoopbackAddress(), control));
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
        return socket.get();
    }

    String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    /** What it has heard in its last call; whole only after it has been closed. */
    short[] heard() throws Exception {
        try (Stream<Path> files = Files.list(home)) {
            Path file = files.filter(f -> f.toString().endsWith("dec.wav"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("heard nothing"));
            return Wav.telephone(Files.readAllBytes(file));
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            // It writes the lengths into what it has heard when it ends in order.
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
