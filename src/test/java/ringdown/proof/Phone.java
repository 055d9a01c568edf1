package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ringdown.Installed;
import ringdown.audio.Wav;

/** A real SIP telephone: baresip without a sound card. It plays one sound into each call and records what it hears. */
final class Phone implements AutoCloseable {
    private final Box box;
    private final String extension;
    private final Path home;
    private final Process process;
    private final BaresipWire wire;
    private final short[] said;
    private int from;

    private Phone(Box box, String extension, String secret, String codec, short[] said) {
        String account;
        Installed.program("baresip");
        this.box = box;
        this.extension = extension;
        this.said = said;
        int ports = Ports.run(14);
        try {
            home = Files.createTempDirectory("ringdown-phone");
            Path sound = Files.write(home.resolve("said.wav"), Wav.bytes(Arrays.copyOf(said, said.length + 60 * 8000)));
            Files.writeString(home.resolve("config"), config(ports, sound));
            Files.writeString(home.resolve("accounts"), "");
            account =
                    "<sip:%s@127.0.0.1:%d;transport=udp>;regint=300;auth_user=%s;auth_pass=%s;audio_codecs=%s;answermode=manual;ptime=20;dtmfmode=rtpevent"
                            .formatted(extension, box.sip(), extension, secret, codec);
            Files.writeString(home.resolve("contacts"), "");
            Files.writeString(home.resolve("uuid"), UUID.randomUUID().toString());
            process = new ProcessBuilder("baresip", "-f", home.toString(), "-4")
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        wire = new BaresipWire(ports + 2);
        wire.command("uanew", account); // it listens before it registers: who registers may be rung at once
    }

    /** Registered, and ready to be rung. */
    static Phone registers(Box box, String extension, String codec, String says) {
        Phone phone = new Phone(box, extension, "s3cret-" + extension, codec, Speech.of(says));
        Until.holds(extension + " is registered", () -> box.registered(extension));
        return phone;
    }

    /** baresip takes the port after its own for TLS, so control comes after that. */
    private static String config(int ports, Path sound) {
        String modules = Stream.of("", "/x86_64-linux-gnu", "/aarch64-linux-gnu")
                .map(machine -> "/usr/lib" + machine + "/baresip/modules")
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .findFirst()
                .orElseThrow();
        return """
            poll_method epoll
            sip_listen 127.0.0.1:%d
            call_local_timeout 120
            call_max_calls 4
            audio_path /usr/share/baresip
            audio_source aufile,%s
            audio_player aubridge,sink
            audio_alert aubridge,alert
            ausrc_srate 8000
            auplay_srate 8000
            ausrc_channels 1
            auplay_channels 1
            audio_level no
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
            module_app contact.so
            module_app menu.so
            module_app ctrl_tcp.so
            ctrl_tcp_listen 127.0.0.1:%d
            snd_path %s
            """.formatted(ports, sound, ports + 4, ports + 13, modules, ports + 2, sound.getParent());
    }

    Phone dials(String number) {
        wire.command("dial", "sip:" + number + "@127.0.0.1:" + box.sip());
        return this;
    }

    Phone isRung() {
        wire.awaits("CALL_INCOMING");
        return this;
    }

    Phone answers() {
        wire.command("accept", "");
        return isTalking();
    }

    Phone isTalking() {
        wire.awaits("CALL_ESTABLISHED");
        return fromNow();
    }

    Phone hangsUp() {
        wire.command("hangup", "");
        return this;
    }

    Phone isHungUp() {
        wire.awaits("CALL_CLOSED");
        return this;
    }

    /** Ends what is going on and forgets it. */
    void isQuiet() {
        hangsUp();
        Until.holds(
                extension + " is free",
                () -> box.person(extension).path("state").asString(),
                "free"::equals);
        wire.forget();
    }

    Phone holds() {
        wire.forget();
        wire.command("hold", "");
        wire.awaits("CALL_REMOTE_SDP");
        return this;
    }

    Phone resumes() {
        wire.forget();
        wire.command("resume", "");
        wire.awaits("CALL_REMOTE_SDP");
        return this;
    }

    Phone presses(String digits) {
        digits.chars().forEach(digit -> wire.command("sndcode", Character.toString(digit)));
        return this;
    }

    /** Why the last call ended, in baresip's words. */
    String lastClosed() {
        return wire.last("CALL_CLOSED");
    }

    short[] said() {
        return said.clone();
    }

    /** What it has heard in its newest call. */
    short[] heard() {
        try (Stream<Path> files = Files.list(home)) {
            Path newest = files.filter(file -> file.getFileName().toString().endsWith("-dec.wav"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElse(null);
            short[] all = newest == null ? new short[0] : growing(Files.readAllBytes(newest));
            return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is heard counts from now. */
    Phone fromNow() {
        from = 0;
        from = heard().length;
        return this;
    }

    /** The head of a file that still grows does not tell its length. */
    private static short[] growing(byte[] file) {
        short[] sound = new short[Math.max(0, (file.length - 44) / 2)];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) ((file[44 + 2 * i] & 255) | file[45 + 2 * i] << 8);
        }
        return sound;
    }

    Phone hears(double seconds) {
        Until.holds(extension + " hears " + seconds + " s", () -> Hearing.lively(heard()), s -> s >= seconds);
        return this;
    }

    String log() {
        try {
            return Files.readString(home.resolve("log"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Vanishes without a word. */
    void vanishes() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        wire.close();
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException left) {
            throw new IllegalStateException(left);
        }
    }
}
