package ringdown.web;

import java.net.InetAddress;

/**
 * Where and as what the page is served.
 *
 * @param port 0: the system chooses
 * @param board as in {@code --board}
 * @param version of the program
 */
public record WebSettings(InetAddress bind, int port, String board, String version) {}
