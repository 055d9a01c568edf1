package ringdown.proof;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An analog telephone on FXS n and whoever holds it. */
final class Handset {
    private static final int LONGEST_FLASH = 1040; // two frames over 1000 ms, the widest window of any country

    private final Box box;
    private final int n;
    private final String path;
    private int from;

    Handset(Box box, int n) {
        this.box = box;
        this.n = n;
        this.path = "/api/simulator/telephones/" + n;
    }

    /** Once it has lain for so long that the box has taken it for laid down: lifted sooner it would only have flashed. */
    Handset lifts() {
        Until.holds("telephone " + n + " is laid down", this::view, Handset::noFlash);
        return liftsAtOnce();
    }

    private static boolean noFlash(JsonNode view) {
        return view.path("hook").asString().equals("off")
                || view.path("onHookMs").asInt() > LONGEST_FLASH;
    }

    /** However short it has lain. */
    Handset liftsAtOnce() {
        from = 0;
        box.api().post(path + "/offHook", Map.of());
        return this;
    }

    Handset hangsUp() {
        box.api().post(path + "/onHook", Map.of());
        return this;
    }

    Handset flashes() {
        box.api().post(path + "/flash", Map.of());
        return this;
    }

    Handset presses(String digits) {
        box.api().post(path + "/press", Map.of("digits", digits));
        return this;
    }

    Handset pulses(String digits) {
        box.api().post(path + "/pulse", Map.of("digits", digits));
        return this;
    }

    Handset says(short[] sound) {
        box.api().sound("POST", path + "/say", sound);
        return this;
    }

    /** What it has heard since it went off hook, or since {@link #fromNow}. */
    short[] heard() {
        short[] all = box.api().sound(path + "/heard.wav");
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    /** Tones and ring back are past: what is heard counts from now. */
    Handset fromNow() {
        from = box.api().sound(path + "/heard.wav").length;
        return this;
    }

    JsonNode view() {
        return box.api().get(path);
    }

    boolean rings() {
        return view().path("ringing").asBoolean();
    }

    Handset isRung() {
        Until.holds("telephone " + n + " rings", this::rings);
        return this;
    }

    Handset isQuiet() {
        Until.holds("telephone " + n + " is quiet", () -> !rings());
        return this;
    }

    /** Waits for dial tone, then dials. */
    Handset dials(String digits) {
        lifts();
        Until.holds("dial tone on telephone " + n, () -> Hearing.lively(heard()) > 0.3);
        return presses(digits);
    }

    /** Waits until it has heard that much that is not silence. */
    Handset hears(double seconds) {
        Until.holds("telephone " + n + " hears " + seconds + " s", () -> Hearing.lively(heard()), s -> s >= seconds);
        return this;
    }
}
