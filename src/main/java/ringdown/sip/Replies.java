package ringdown.sip;

import javax.sip.message.Response;

/** Who waits for the answers to one request. Called on the stack's threads: hands on to a leg's queue and returns. */
interface Replies {
    /** Each response, provisional or final. */
    void response(Response response);

    /** No final response came in time, or the way there is broken. */
    void unanswered();

    /** For a request whose answer changes nothing. */
    Replies NONE = new Replies() {
        @Override
        public void response(Response response) {}

        @Override
        public void unanswered() {}
    };
}
