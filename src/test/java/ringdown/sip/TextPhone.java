package ringdown.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;

/** A telephone that is driven message by message. */
@org.jspecify.annotations.NullUnmarked
final class TextPhone implements AutoCloseable {
    private final String user;
    private final String secret;
    private final InetSocketAddress box;
    private final Socket5060 socket;
    /** Takes the sound that is sent here, and keeps nothing of it: the port must be nobody else's. */
    private final DatagramSocket ear;

    private int rtp;
    private String elsewhere;
    private String sentBy;

    TextPhone(InetSocketAddress box, String user, String secret, boolean tcp) throws IOException {
        this.user = user;
        this.secret = secret;
        this.box = box;
        this.socket = new Socket5060(box, tcp);
        this.ear = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.rtp = ear.getLocalPort();
    }

    Socket5060 socket() {
        return socket;
    }

    void rtpPort(int port) {
        rtp = port;
    }

    String host() {
        return box.getAddress().getHostAddress() + ":" + box.getPort();
    }

    /** Wants to be reached at another address than it sends from; gives this one in its Via. */
    void asksToBeReachedAt(String address, @org.jspecify.annotations.Nullable String via) {
        elsewhere = address;
        sentBy = via;
    }

    String contact() {
        if (elsewhere != null) {
            return "<sip:" + user + "@" + elsewhere + ">";
        }
        return "<sip:" + user + "@127.0.0.1:" + socket.port()
                + (socket.transport().equals("TCP") ? ";transport=tcp" : "") + ">";
    }

    String sdp(String direction, String... formats) {
        String list = formats.length == 0 ? "8 0 101" : String.join(" ", formats);
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + rtp + " RTP/AVP "
                + list + "\r\na=rtpmap:101 telephone-event/8000\r\na=" + direction + "\r\n";
    }

    /** A call of this phone: what stays the same in its messages. */
    final class Call {
        String callId = UUID.randomUUID().toString();
        final String tag = UUID.randomUUID().toString().substring(0, 8);
        String uri;
        String local;
        String remote;
        String branch = "";
        int cseq = 1;
        Letters invite;

        Call(String number) {
            uri = "sip:" + number + "@" + host();
            local = "<sip:" + user + "@" + host() + ">;tag=" + tag;
            remote = "<sip:" + number + "@" + host() + ">";
        }

        /** Text of a request; lines end with CR LF. */
        String text(String method, int number, String lines, String body) {
            branch = "z9hG4bK" + UUID.randomUUID();
            return textWithBranch(method, number, lines, body);
        }

        String textWithBranch(String method, int number, String lines, String body) {
            return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/" + socket.transport() + " "
                    + (sentBy == null ? "127.0.0.1:" + socket.port() : sentBy)
                    + ";branch="
                    + branch + ";rport\r\nMax-Forwards: 70\r\nFrom: " + local + "\r\nTo: " + remote + "\r\nCall-ID: "
                    + callId
                    + "\r\nCSeq: " + number + " " + method + "\r\nContact: " + contact() + "\r\n" + lines
                    + (body.isEmpty() || lines.contains("Content-Type") ? "" : "Content-Type: application/sdp\r\n")
                    + "Content-Length: " + Letters.length(body) + "\r\n\r\n" + body;
        }

        /** Sends it and waits for its final answer. */
        Letters ask(String method, String lines, String body) {
            int number = ++cseq;
            socket.send(text(method, number, lines, body));
            return answer(method, number);
        }

        Letters answer(String method, int number) {
            return socket.await(
                    "final answer to " + method,
                    l -> l.status() >= 200
                            && l.header("Call-ID").equals(callId)
                            && l.header("CSeq").equals(number + " " + method));
        }

        /** Sends INVITE with digest; the responses are awaited by the test. */
        Call dial(String lines, String body) {
            socket.send(text("INVITE", cseq, lines, body));
            Letters challenge = answer("INVITE", cseq);
            socket.send(textWithBranch("ACK", cseq, "", ""));
            cseq++;
            socket.send(text("INVITE", cseq, proof(challenge, "INVITE", uri, Algorithm.MD5) + lines, body));
            return this;
        }

        Letters expect(int status) {
            return socket.await(
                    "response " + status,
                    l -> l.status() == status && l.header("Call-ID").equals(callId));
        }

        /** Waits for the final answer to the INVITE and acknowledges it. */
        Letters answered() {
            Letters ok = answer("INVITE", cseq);
            acknowledge(ok, "");
            return ok;
        }

        void acknowledge(Letters ok, String body) {
            if (ok.status() == 200) {
                remote = ok.header("To");
                uri = ok.header("Contact").replaceAll("[<>]", "");
                socket.send(text("ACK", cseq, "", body));
            } else {
                remote = ok.header("To");
                socket.send(textWithBranch("ACK", cseq, "", ""));
            }
        }

        void cancel() {
            socket.send(textWithBranch("CANCEL", cseq, "", ""));
        }

        Letters request(String method) {
            return socket.await(
                    method, l -> l.isRequest(method) && l.header("Call-ID").equals(callId));
        }

        void reply(Letters request, int status, String lines, String body) {
            TextPhone.this.reply(request, status, tag, lines, body);
        }
    }

    Call call(String number) {
        return new Call(number);
    }

    /** A subscription of this phone: what it is told, each answered with 200. */
    final class Watch {
        final Call call;
        Letters ok;

        Watch(String name) {
            call = new Call(name);
        }

        /** SUBSCRIBE with digest; gives the final answer. */
        Letters subscribe(String lines) {
            socket.send(call.text("SUBSCRIBE", call.cseq, lines, ""));
            Letters challenge = call.answer("SUBSCRIBE", call.cseq);
            ok = call.ask("SUBSCRIBE", proof(challenge, "SUBSCRIBE", call.uri, Algorithm.MD5) + lines, "");
            if (ok.status() == 200) {
                call.remote = ok.header("To");
                call.uri = ok.header("Contact").replaceAll("[<>]", "");
            }
            return ok;
        }

        /** The next NOTIFY, which nobody answers. */
        Letters heard() {
            return call.request("NOTIFY");
        }

        Letters told() {
            Letters notify = heard();
            call.reply(notify, 200, "", "");
            return notify;
        }

        /** Told and told again until that is in it. */
        Letters told(String what) {
            Letters notify = told();
            while (!notify.body().contains(what)) {
                notify = told();
            }
            return notify;
        }

        Letters refresh(String lines) {
            return call.ask("SUBSCRIBE", lines, "");
        }
    }

    /** A lamp of that name; it has been told once. */
    Watch lamp(String name) {
        Watch watch = new Watch(name);
        if (watch.subscribe("Event: dialog\r\nExpires: 300\r\n").status() != 200) {
            throw new AssertionError("no lamp of " + name + ": " + watch.ok);
        }
        return watch;
    }

    /** Takes the next INVITE that rings here; from then on the call is seen from the called side. */
    Call rung() {
        Letters invite = socket.await("INVITE", l -> l.isRequest("INVITE"));
        return calledBy(invite);
    }

    Call calledBy(Letters invite) {
        Call call = new Call("0");
        call.callId = invite.header("Call-ID");
        call.invite = invite;
        call.local = invite.header("To") + ";tag=" + call.tag;
        call.remote = invite.header("From");
        call.uri = invite.header("Contact").replaceAll("[<>]", "");
        return call;
    }

    /** A response to a request that came. */
    void reply(Letters request, int status, String tag, String lines, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " Whatever\r\n");
        request.all("Via").forEach(v -> text.append("Via: ").append(v).append("\r\n"));
        String to = request.header("To");
        text.append("From: ")
                .append(request.header("From"))
                .append("\r\nTo: ")
                .append(to.contains("tag=") || status == 100 ? to : to + ";tag=" + tag)
                .append("\r\nCall-ID: ")
                .append(request.header("Call-ID"))
                .append("\r\nCSeq: ")
                .append(request.header("CSeq"))
                .append("\r\nContact: ")
                .append(contact())
                .append("\r\n")
                .append(lines)
                .append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                .append("Content-Length: ")
                .append(Letters.length(body))
                .append("\r\n\r\n")
                .append(body);
        socket.send(text.toString());
    }

    String proof(Letters challenge, String method, String uri, Algorithm algorithm) {
        return proof(challenge, method, uri, algorithm, user, secret, 1);
    }

    String proof(Letters challenge, String method, String uri, Algorithm algorithm, String as, String word, int count) {
        Digest asked = challenge.all("WWW-Authenticate").stream()
                .map(Digest::parse)
                .filter(d -> d.get("algorithm").equals(algorithm.word()))
                .findFirst()
                .orElseThrow();
        return "Authorization: " + asked.answered(algorithm, as, word, method, uri, "c0ffee", count) + "\r\n";
    }

    /** Registers for an hour; gives the last answer. */
    Letters register(String lines) {
        return register(Algorithm.MD5, user, secret, lines);
    }

    Letters register(Algorithm algorithm, String as, String word, String lines) {
        Call call = new Call(user);
        call.uri = "sip:" + host();
        socket.send(call.text("REGISTER", 1, lines, ""));
        Letters challenge = call.answer("REGISTER", 1);
        if (challenge.status() != 401) {
            return challenge;
        }
        String proof = proof(challenge, "REGISTER", call.uri, algorithm, as, word, 1);
        return call.ask("REGISTER", proof + lines, "");
    }

    /** True if the box still answers. */
    boolean boxAnswers() {
        Call call = new Call("");
        call.uri = "sip:" + host();
        call.remote = "<sip:" + host() + ">";
        return call.ask("OPTIONS", "", "").status() == 200;
    }

    @Override
    public void close() throws IOException {
        ear.close();
        socket.close();
    }
}
