package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.number.Extension;

/** One worker reads all SIP over UDP: whatever it meets, it or another one reads on. */
class SurvivalTest {
    private TestBox box;

    @BeforeEach
    void start() throws Exception {
        box = new TestBox();
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
    }

    @Test
    void whateverAMessageCausesTheNextOneIsRead() throws Exception {
        for (Error fault : List.of(new NoClassDefFoundError("no class"), new OutOfMemoryError("no memory"))) {
            var phone = box.phone("201");
            var call = phone.call("202");
            var challenge = call.ask("INVITE", "", "");
            box.exchange.breaks = fault;
            String proof = phone.proof(challenge, "INVITE", call.uri, Algorithm.MD5);
            phone.socket().send(call.text("INVITE", 9, proof, phone.sdp("sendrecv")));
            Patience.until("it breaks", () -> box.exchange.breaks == null);
            assertThat(phone.boxAnswers()).isTrue();
        }
    }

    @Test
    void aWorkerThatIsGoneIsReplaced() throws Exception {
        assertThat(box.edge.hears()).isTrue();
        var queue = gov.nist.javax.sip.stack.UDPMessageProcessor.class.getDeclaredField("messageQueue");
        queue.setAccessible(true);
        @SuppressWarnings("unchecked")
        var packets = (java.util.Queue<Object>)
                queue.get(box.edge.stack().ear().orElseThrow().processor());
        packets.add("no packet at all: the worker does not survive that");
        assertThat(box.edge.hears()).as("it was deaf").isFalse();
        assertThat(box.edge.hears()).isTrue();
        assertThat(box.registered("201").boxAnswers()).isTrue();
        assertThat(box.edge.registered(new Extension("201"))).isTrue();
    }
}
