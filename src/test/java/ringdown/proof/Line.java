package ringdown.proof;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An outside line seen from its far end: the exchange and the caller behind it. */
final class Line {
    private final Box box;
    private final int n;
    private final String path;
    private int from;

    Line(Box box, int n) {
        this.box = box;
        this.n = n;
        this.path = "/api/simulator/lines/" + n;
    }

    /** No echo and no noise to speak of, so that sound can be compared. */
    Line clear() {
        return behaves(Map.of("echo", Map.of("lossDb", 60, "delayMs", 2), "noiseDbm0", -90));
    }

    Line behaves(Map<String, ?> how) {
        box.api().put(path + "/exchange", how);
        return this;
    }

    Line rings(String number) {
        return rings(number, "country");
    }

    Line rings(String number, String scheme) {
        return rings(number, null, scheme);
    }

    Line rings(String number, String name, String scheme) {
        from = 0;
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("number", number);
        order.put("name", name);
        order.put("scheme", scheme);
        order.put("for", 120);
        Until.holds("line " + n + " may be rung", () -> box.api().postStatus(path + "/ring", order), s -> s != 409);
        return this;
    }

    Line sendsAsCallerId(short[] sound) {
        box.api().sound("PUT", path + "/callerid.wav", sound);
        return this;
    }

    Line says(short[] sound) {
        box.api().sound("POST", path + "/say", sound);
        return this;
    }

    Line presses(String digits) {
        box.api().post(path + "/press", Map.of("digits", digits));
        return this;
    }

    Line hangsUp() {
        return hangsUp("busyTone");
    }

    Line hangsUp(String signal) {
        box.api().post(path + "/hangUp", Map.of("signal", signal));
        return this;
    }

    String state() {
        return view().path("state").asString();
    }

    JsonNode view() {
        return box.api().get(path);
    }

    Line is(String... states) {
        Set<String> wanted = Set.of(states);
        Until.holds("line " + n + " is " + wanted, this::state, wanted::contains);
        return this;
    }

    Line isAnswered() {
        return is("talking");
    }

    Line isFree() {
        return is("idle");
    }

    /** How often the box has taken it. */
    int seizures() {
        return box.api().get(path).path("seizures").asInt();
    }

    String dialled() {
        return view().path("dialled").asString("");
    }

    /** What it has heard since it went off hook, or since {@link #fromNow}. */
    short[] heard() {
        short[] all = box.api().sound(path + "/heard.wav");
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    /** Tones and ring back are past: what is heard counts from now. */
    Line fromNow() {
        from = box.api().sound(path + "/heard.wav").length;
        return this;
    }

    /** Waits for the message tone; gives the seconds from the answer to it. */
    double hearsMessageTone() {
        return Until.holds(
                "the message tone", Duration.ofSeconds(90), () -> Hearing.messageTone(heard()), at -> at >= 0);
    }

    /** Waits until the far end has heard that much that is not silence. */
    Line hears(double seconds) {
        Until.holds("line " + n + " hears " + seconds + " s", () -> Hearing.lively(heard()), s -> s >= seconds);
        return this;
    }

    /** Stays on the line that long by the line's own clock: the tape of its far end grows in real time. */
    Line listens(double seconds) {
        int before = heard().length;
        Duration patience = Until.PATIENCE.plusSeconds((long) seconds);
        Until.holds(
                "the line goes on for " + seconds + " s",
                patience,
                () -> heard().length,
                n -> n >= before + seconds * 8000);
        return this;
    }

    /** Waits until the exchange has rung more than twice: its caller ID is over. */
    Line listensToRinging() {
        JsonNode call = Until.holds(
                        "a call on line " + n, () -> box.api().list("/api/calls?line=fxo:" + n), c -> !c.isEmpty())
                .getFirst();
        String path = "/api/calls/" + call.path("id").asString();
        Until.holds(
                "it rings for a while",
                () -> box.api().get(path).path("waitSeconds").asDouble(),
                s -> s > 8);
        return this;
    }

    /** Waits until the call that rings stands in the ledger. */
    Line isRecorded() {
        Until.holds(
                "the call on line " + n + " is written",
                () -> box.api()
                        .get("/api/calls?limit=1&line=fxo:" + n)
                        .path("items")
                        .path(0)
                        .path("outcome")
                        .asString(""),
                "ringing"::equals);
        return this;
    }

    /** Waits until the newest call has ended for the box too. */
    Line hasNoCall() {
        Until.holds(
                "the call on line " + n + " has ended",
                () -> box.api()
                        .get("/api/calls?limit=1&line=fxo:" + n)
                        .path("items")
                        .path(0)
                        .path("endedAt")
                        .isString());
        return this;
    }

    String via() {
        return "fxo:" + n;
    }
}
