package ringdown.web;

/** Somebody else listens on the port of the page. */
public final class WebPortTaken extends Exception {
    private static final long serialVersionUID = 1;

    WebPortTaken(int port, Throwable cause) {
        super("port " + port + " for the web page is in use", cause);
    }
}
