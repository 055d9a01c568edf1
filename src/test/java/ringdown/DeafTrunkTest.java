package ringdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.proof.Ports;

/** A trunk whose provider refuses it from the first moment cannot be heard, and the ledger says so. */
class DeafTrunkTest {
    private static final String OFFICE = """
            office: {name: A, country: UA}
            accounts: [{name: installer, role: installer, password: change-me-now}]
            people: [{extension: 201, name: B, phones: [sip], secret: s3cret}]
            trunks: [{name: provider, host: 127.0.0.1, port: %d, user: office, secret: x, register: true, numbers: ["+380441230003"]}]
            scripts: {front: {stages: [{ring: 201}], otherwise: message}}
            """;

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void aTrunkThatHasNeverBeenRegisteredIsDeaf() throws Exception {
        try (DatagramSocket provider = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(provider));
            Path office = Files.writeString(folder.resolve("office.yaml"), OFFICE.formatted(provider.getLocalPort()));
            try (Appliance box = Appliance.start(options(office), line -> {})) {
                String web = box.readyLine().replaceAll(".*web=(\\S+)/ .*", "$1");
                String deaf = "";
                while (!deaf.contains("\"cause\":\"unregistered\"")) {
                    deaf = deaf(web);
                    TimeUnit.MILLISECONDS.sleep(50); // between two questions, not a wait for a result
                }
                assertThat(deaf).contains("\"via\":\"provider\"", "\"to\":null");
            }
        }
    }

    private static void refuseAll(DatagramSocket provider) {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (true) {
                packet.setLength(4096);
                provider.receive(packet);
                String asked = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                String kept = asked.lines()
                        .filter(line -> line.matches("(?i)(via|from|to|call-id|cseq):.*"))
                        .map(line -> line.matches("(?i)to:.*") ? line + ";tag=p" : line)
                        .collect(Collectors.joining("\r\n"));
                byte[] no = ("SIP/2.0 403 Forbidden\r\n" + kept + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
                provider.send(new DatagramPacket(no, no.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static String deaf(String web) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var login = http.send(
                    HttpRequest.newBuilder(URI.create(web + "/api/login"))
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"name\":\"installer\",\"password\":\"change-me-now\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String cookie =
                    login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            var asked = HttpRequest.newBuilder(URI.create(web + "/api/ledger/deaf"))
                    .header("Cookie", cookie)
                    .build();
            return http.send(asked, BodyHandlers.ofString()).body();
        }
    }

    private Options options(Path office) {
        int rtp = Ports.run(100);
        List<String> arguments = List.of(
                "--data",
                folder.resolve("data").toString(),
                "--office",
                office.toString(),
                "--http",
                "0",
                "--sip",
                "" + Ports.free(),
                "--rtp",
                rtp + "-" + (rtp + 99),
                "--board",
                "none");
        return new OptionReader(arguments, Map.of()).read().orElseThrow();
    }
}
