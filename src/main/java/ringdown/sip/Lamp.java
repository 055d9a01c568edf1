package ringdown.sip;

import javax.sip.message.Request;
import ringdown.number.Extension;

/** The message lamp: NOTIFY with a message summary, which telephones take without having asked (RFC 3842 §3, RFC 6665 §4.1). Pure. */
final class Lamp {
    private Lamp() {}

    static Request notify(Plant plant, Extension extension, Binding binding, boolean on, int messages) {
        NextHop hop = binding.hop();
        String own = "<sip:" + extension + "@" + plant.stack().hostToward(hop) + ">";
        String body = "Messages-Waiting: " + (on ? "yes" : "no") + "\r\nVoice-Message: " + messages + "/0 (0/0)\r\n";
        return Letter.to(
                plant.stack(),
                "NOTIFY",
                binding.registration().contact(),
                hop,
                own,
                own,
                "Event: message-summary\r\nSubscription-State: active\r\n",
                new Text.Body("application/simple-message-summary", body));
    }
}
