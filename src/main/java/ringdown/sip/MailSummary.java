package ringdown.sip;

import ringdown.number.FeatureCode;

/** The document of a message lamp (RFC 3842 §5.2). Pure. */
final class MailSummary {
    private MailSummary() {}

    /** @param host as the telephone calls the box: there the key under the lamp listens to the messages */
    static Text.Body body(WaitingMail mail, String host) {
        return new Text.Body(
                Watched.Events.MESSAGES.type(),
                "Messages-Waiting: " + (mail.lit() ? "yes" : "no") + "\r\nMessage-Account: sip:"
                        + FeatureCode.MESSAGES.digits() + "@" + host + "\r\nVoice-Message: " + mail.messages()
                        + "/0 (0/0)\r\n");
    }
}
