package ringdown.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringdown.clock.OfficeClock;

/** Every list as the page asks for it, from the question to the last byte of the answer, by somebody who is logged in. */
record WebLists(String web, OfficeClock clock, HttpClient client) implements AutoCloseable {
    private static final int RUNS = 60;
    private static final double WANTED = 100;
    private static final Pattern WEB = Pattern.compile("web=(\\S+?)/? ");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    static WebLists of(Box box, OfficeClock clock) throws IOException {
        Matcher web = WEB.matcher(box.firstLine);
        if (!web.find()) {
            throw new IOException("no page: " + box.firstLine);
        }
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        WebLists lists = new WebLists(web.group(1), clock, client);
        lists.login();
        return lists;
    }

    private void login() throws IOException {
        String who = "{\"name\":\"installer\",\"password\":\"bench-Pass-2231\"}";
        send(HttpRequest.newBuilder(URI.create(web + "/api/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(who))
                .build());
    }

    void measure(Table table, Instant now) throws IOException {
        for (Map.Entry<String, String> one : paths(now).entrySet()) {
            String body = get(one.getValue());
            row(table, one.getKey() + ", " + body.length() / 1024 + " kB", one.getValue());
            Matcher next = NEXT.matcher(body);
            if (next.find()) {
                row(table, "  the page after", one.getValue() + "&after=" + next.group(1));
            }
        }
    }

    /** One column: the median run; the p95 is what is wanted. */
    private void row(Table table, String what, String path) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long before = clock.nanos();
            get(path);
            millis.add((clock.nanos() - before) / 1e6);
        }
        table.row(what + ", p95", List.of(Table.percentile(millis, 95)), "ms", WANTED);
    }

    private static Map<String, String> paths(Instant now) {
        String day = now.minus(Duration.ofDays(1)).toString();
        String month = now.minus(Duration.ofDays(30)).toString();
        String year = now.minus(Duration.ofDays(365)).toString();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("calls", "/api/calls?limit=50");
        all.put("calls, 500 of them", "/api/calls?limit=500");
        all.put("calls before a year ago", "/api/calls?limit=50&to=" + year);
        all.put("calls of a line", "/api/calls?limit=50&line=fxo:3");
        all.put("calls of a person", "/api/calls?limit=50&person=207");
        all.put("calls of a person who left", "/api/calls?limit=50&person=299");
        all.put("calls of a class", "/api/calls?limit=50&class=partner");
        all.put("calls refused", "/api/calls?limit=50&outcome=refused");
        all.put("calls going on", "/api/calls?limit=100&outcome=talking");
        all.put(
                "calls of a number",
                "/api/calls?limit=50&caller=%2B" + LedgerFill.number(77).substring(1));
        all.put("calls of a number's last five", "/api/calls?limit=50&caller=00077");
        all.put("calls of nobody's number", "/api/calls?limit=50&caller=%2B380999999999");
        all.put("refused of a class and person", "/api/calls?limit=50&outcome=gaveUp&class=client&person=207");
        all.put("a call", "/api/calls/" + LedgerFill.id(LedgerFill.CALLS / 3));
        all.put("promises owed", "/api/promises?state=owed&limit=500");
        all.put("promises kept", "/api/promises?state=kept&limit=500");
        all.put("promises closed", "/api/promises?state=closed&limit=500");
        all.put("promises, all", "/api/promises?state=all&limit=500");
        all.put("whom to call", "/api/tocall?limit=500");
        all.put("messages", "/api/messages?limit=50");
        all.put("balance of a day", "/api/ledger/balance?from=" + day);
        all.put("balance of a month", "/api/ledger/balance?from=" + month);
        all.put("balance of a year", "/api/ledger/balance?from=" + year);
        all.put("statement", "/api/ledger/statement?limit=50");
        all.put("tasks", "/api/ledger/tasks?limit=50");
        all.put("deaf time of a month", "/api/ledger/deaf?from=" + month);
        all.put("morning page", "/api/morning");
        all.put("reviews to decide", "/api/reviews?open=true&limit=200");
        all.put("reviews decided", "/api/reviews?open=false&limit=200");
        all.put("calls to win back", "/api/callouts?list=winBack&limit=50");
        all.put("calls to ask", "/api/callouts?list=asking&limit=50");
        all.put("deviations", "/api/deviations?limit=100");
        all.put("proposals", "/api/deviations/proposals?limit=100");
        all.put("targets", "/api/targets?limit=50");
        all.put("numbers", "/api/numbers?limit=50");
        all.put("trial period", "/api/trial");
        all.put("contacts", "/api/contacts?limit=50");
        all.put("contacts found", "/api/contacts?limit=50&q=company%2077");
        all.put("duplicates", "/api/contacts/duplicates?limit=50");
        all.put("numbers' learned classes", "/api/learned?limit=50");
        all.put("people", "/api/people");
        all.put("board", "/api/board");
        return all;
    }

    private String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(web + path)).build());
    }

    private String send(HttpRequest request) throws IOException {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
