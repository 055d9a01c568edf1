package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

class CallTest {
    private TestBox box;
    private TextPhone caller;

    @BeforeEach
    void start() throws Exception {
        box = new TestBox();
        caller = box.phone("201");
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
    }

    @Test
    void aCallRingsIsAnsweredAndEndedByTheCaller() throws Exception {
        var callee = box.registered("202");
        var call = caller.call("202").dial("", caller.sdp("sendrecv"));
        call.expect(100);
        var rung = callee.rung();
        assertThat(rung.invite.header("From")).contains("Олена").contains("sip:201@");
        rung.reply(rung.invite, 180, "", "");
        call.expect(180);
        rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
        rung.request("ACK");
        var ok = call.answered();
        assertThat(ok.status()).isEqualTo(200);
        assertThat(ok.body()).contains("m=audio").contains("PCMA/8000");
        assertThat(call.ask("BYE", "", "").status()).isEqualTo(200);
        var bye = rung.request("BYE");
        rung.reply(bye, 200, "", "");
        box.exchange.await(CallEvent.Gone.class, g -> g.cause() == HangupCause.NORMAL && g.byFarEnd());
    }

    @Test
    void aPortInUseIsNamed() {
        int port = box.address.getPort();
        assertThatThrownBy(() -> new TestBox(new TestBox.Kept(), port, List.of()))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining(":" + port)
                .hasMessageContaining("in use");
    }

    @Test
    void aPhoneThatIsNotRegisteredIsUnavailable() throws Exception {
        var call = caller.call("202").dial("", caller.sdp("sendrecv"));
        assertThat(call.answered().status()).isEqualTo(480);
    }

    /** The caller's side agrees only with the answer, while the two are already being joined. */
    @Test
    void packetsOfATalkAreForwardedOnceBothSidesHaveAgreed() throws Exception {
        var callee = box.registered("202");
        try (var hers = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var his = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            caller.rtpPort(hers.getLocalPort());
            callee.rtpPort(his.getLocalPort());
            his.setSoTimeout(Patience.millis());
            var call = caller.call("202").dial("", caller.sdp("sendrecv"));
            var rung = callee.rung();
            rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
            int port = Integer.parseInt(call.answered().body().replaceAll("(?s).*m=audio ([0-9]+) .*", "$1"));
            byte[] odd = new byte[12 + 120]; // decoded sound leaves in packets of 160
            odd[0] = (byte) 0x80;
            odd[1] = 8;
            var packet = new DatagramPacket(new byte[2000], 2000);
            long deadline = Patience.deadline();
            for (int n = 0; packet.getLength() != odd.length; n++) {
                odd[2] = (byte) (n >> 8);
                odd[3] = (byte) n;
                odd[6] = (byte) (n >> 8);
                odd[7] = (byte) n;
                hers.send(new DatagramPacket(odd, odd.length, InetAddress.getLoopbackAddress(), port));
                packet.setLength(2000);
                his.receive(packet);
                assertThat(System.nanoTime() - deadline)
                        .as("one of " + n + " packets arrives as it was sent")
                        .isNegative();
            }
        }
    }
}
