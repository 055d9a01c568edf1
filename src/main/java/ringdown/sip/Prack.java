package ringdown.sip;

import java.util.List;
import javax.sip.message.Response;

/** Confirms provisional responses that want it (RFC 3262 §4). Lives in the leg's queue. */
record Prack(Session session) {
    void confirm(Response response) {
        String number = Text.first(response, "RSeq").orElse("");
        if (Text.lists(response, "Require", "100rel") && number.matches("[0-9]{1,10}")) {
            String rack = "RAck: " + number + " " + Wire.cseq(response).getSeqNumber() + " INVITE";
            session.ask("PRACK", List.of(rack), null, outcome -> {});
        }
    }
}
