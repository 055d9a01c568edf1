package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Installed;
import ringdown.number.Extension;

/** The load generator of the field reads only the first challenge. */
class SippTest {
    private static final String REGISTER = """
            REGISTER sip:[remote_ip]:[remote_port] SIP/2.0
            Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
            Max-Forwards: 70
            From: <sip:201@[remote_ip]>;tag=[call_number]
            To: <sip:201@[remote_ip]>
            Call-ID: [call_id]
            CSeq: %d REGISTER
            Contact: <sip:201@[local_ip]:[local_port]>
            Expires: 60
            %sContent-Length: 0
            """;

    @Test
    void sippRegisters(@TempDir Path folder) throws Exception {
        String scenario = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scenario name=\"register\"><send><![CDATA["
                + REGISTER.formatted(1, "")
                + "\n]]></send><recv response=\"401\" auth=\"true\"/><send><![CDATA["
                + REGISTER.formatted(2, "[authentication username=201 password=s3cret-201]\n")
                + "\n]]></send><recv response=\"200\"/></scenario>";
        Path file = Files.writeString(folder.resolve("register.xml"), scenario);
        Installed.program("sipp");
        try (var box = new TestBox()) {
            Process sipp = new ProcessBuilder(
                            "sipp",
                            "127.0.0.1:" + box.address.getPort(),
                            "-sf",
                            file.toString(),
                            "-i",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(TestBox.freePort()),
                            "-m",
                            "1",
                            "-timeout",
                            "60",
                            "-nostdin")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            // Nothing is sent again: sipp takes a second challenge, with a nonce of its own, for a fault.
            assertThat(sipp.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(sipp.exitValue())
                    .as(Files.readString(folder.resolve("log")))
                    .isZero();
            assertThat(box.edge.registered(new Extension("201"))).isTrue();
        }
    }
}
