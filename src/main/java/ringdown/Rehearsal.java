package ringdown;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/**
 * What a box does all day, many times, against itself through its own doors: telephones register and call each other, a line is rung,
 * greeted, answered and hung up, the page asks for its lists. Cold, the first calls would wait for the classes to be loaded.
 */
final class Rehearsal {
    static final String PASSWORD = "rehearsal-Only-2231";
    static final String OFFICE = """
            office: {name: Rehearsal, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: %s}
            hours: {week: {mon-sun: "00:00-24:00"}, holidays: none}
            people:
              - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
              - {extension: 202, name: Person 202, phones: [sip], secret: s3cret-202}
              - {extension: 203, name: Person 203, phones: [sip], secret: s3cret-203}
              - {extension: 204, name: Person 204, phones: [sip], secret: s3cret-204}
              - {extension: 205, name: Person 205, phones: [sip], secret: s3cret-205}
              - {extension: 206, name: Person 206, phones: [sip], secret: s3cret-206}
              - {extension: 207, name: Person 207, phones: [sip], secret: s3cret-207}
              - {extension: 208, name: Person 208, phones: [sip], secret: s3cret-208}
            teams:
              - {name: care, members: [201], head: 201, level: 1}
            lines:
              - {port: "fxo:1", number: "+380441230001", purpose: main number, script: front}
            contacts:
              - {name: "ТОВ «Лілія»", numbers: ["+380501112233"], class: client, manager: 201}
            classes:
              - {name: client, script: front}
            scripts:
              front: {greeting: "Вітаємо!", stages: [{ring: team care, for: 15s}], otherwise: message}
            """.formatted(PASSWORD);

    private static final int CALLS = 100;
    private static final int PHONES = 8;
    private static final int FIRST = 201;
    /** The discard service: a telephone that nobody listens to. */
    private static final int NO_SOUND = 9;

    private static final List<String> PAGES = List.of(
            "/",
            "/api/health",
            "/api/calls",
            "/api/promises",
            "/api/messages",
            "/api/people",
            "/api/contacts",
            "/api/office",
            "/api/ledger/balance",
            "/api/simulator");

    private final InetSocketAddress sip;
    private final InetSocketAddress web;
    private final OfficeClock clock;

    Rehearsal(InetAddress host, int sip, int web, OfficeClock clock) {
        this.sip = new InetSocketAddress(host, sip);
        this.web = new InetSocketAddress(host, web);
        this.clock = clock;
    }

    /** Takes some ten seconds. */
    void run() throws IOException {
        List<PlainPhone> phones = new ArrayList<>();
        try {
            for (int i = 0; i < PHONES; i++) {
                String user = Integer.toString(FIRST + i);
                phones.add(new PlainPhone(sip, user, "s3cret-" + user, NO_SOUND, clock));
                phones.getLast().register();
            }
            for (int i = 0; i < CALLS; i++) {
                call(phones.get(i % (PHONES / 2)), phones.get(i % (PHONES / 2) + PHONES / 2), i % (PHONES / 2));
            }
            fromOutside(phones.getFirst());
        } finally {
            phones.forEach(PlainPhone::close);
        }
    }

    private static void call(PlainPhone caller, PlainPhone called, int pair) throws IOException {
        PlainPhone.Talk talk = caller.call(Integer.toString(FIRST + pair + PHONES / 2));
        called.rung();
        caller.hangUp(talk);
        called.gone();
    }

    private void fromOutside(PlainPhone anna) throws IOException {
        String login = "{\"name\":\"installer\",\"password\":\"" + PASSWORD + "\"}";
        String cookie = http("POST", "/api/login", "", login);
        int from = cookie.indexOf("ringdown=");
        String pass = "Cookie: " + cookie.substring(from, cookie.indexOf(';', from)) + "\r\n";
        http("POST", "/api/simulator/lines/1/ring", pass, "{\"number\":\"+380501112233\",\"for\":30}");
        anna.rung();
        for (String page : PAGES) {
            http("GET", page, pass, "");
        }
        http("POST", "/api/simulator/lines/1/hangUp", pass, "{\"signal\":\"reversal\"}");
        http("GET", "/api/calls", pass, "");
    }

    /** The whole answer as text; a new connection each time. */
    private String http(String method, String path, String lines, String body) throws IOException {
        try (Socket socket = new Socket(web.getAddress(), web.getPort())) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: "
                    + web.getAddress().getHostAddress()
                    + "\r\nConnection: close\r\nContent-Type: application/json\r\n" + lines + "Content-Length: "
                    + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 2")) {
                throw new IOException(method + " " + path + " gave "
                        + answer.lines().findFirst().orElse("nothing"));
            }
            return answer;
        }
    }
}
