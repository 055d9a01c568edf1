package ringdown.sip;

import javax.sip.message.Request;
import ringdown.number.Extension;

/** The message lamp: NOTIFY with a message summary, which telephones take without having asked (RFC 3842 §3, RFC 6665 §4.1). Pure. */
final class Lamp {
    private Lamp() {}

    static Request notify(Plant plant, Extension extension, Binding binding, WaitingMail mail) {
        NextHop hop = binding.hop();
        String host = plant.stack().hostToward(hop);
        String own = "<sip:" + extension + "@" + host + ">";
        return Letter.to(
                plant.stack(),
                "NOTIFY",
                binding.registration().contact(),
                hop,
                own,
                own,
                "Event: message-summary\r\nSubscription-State: active\r\n",
                MailSummary.body(mail, host + ":" + plant.stack().port()));
    }
}
