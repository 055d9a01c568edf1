package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import ringdown.simulator.ExchangeChange;
import ringdown.simulator.HangUpSignal;
import ringdown.simulator.RingOrder;
import ringdown.simulator.RingScheme;

/** Whoever calls, or is called, over line n of the simulated board. */
final class SimulatedLines {
    private static final String LINE = "/api/simulator/lines/{n}";
    private static final int KEY_MILLIS = 100;

    private final SimulatorResource far;

    SimulatedLines(SimulatorResource far) {
        this.far = far;
    }

    void routes(RoutesConfig routes) {
        routes.get(LINE, request -> then(request, 200, (simulator, n) -> {}));
        routes.post(LINE + "/ring", this::ring);
        routes.put(LINE + "/callerid.wav", this::callerId);
        routes.post(LINE + "/say", this::say);
        routes.post(LINE + "/press", this::press);
        routes.post(LINE + "/hangUp", this::hangUp);
        routes.put(LINE + "/exchange", this::exchange);
        routes.get(LINE + "/heard.wav", this::heard);
    }

    private void then(Context request, int status, SimulatorResource.Work work) {
        far.act(request, (simulator, n) -> {
            work.on(simulator, n);
            Answers.json(request, status, far.view(simulator.lineView(n)));
        });
    }

    /** A line that is not there is 404 before anything is said of the body. */
    private void mustBeThere(Context request) {
        far.act(request, (simulator, n) -> simulator.lineView(n));
    }

    private void ring(Context request) {
        mustBeThere(request);
        Body body = Body.of(request);
        String word = body.text("scheme");
        RingScheme scheme = RingScheme.of(word == null ? "country" : word)
                .orElseThrow(() -> Refusal.bad("scheme", "there is no scheme " + word));
        RingOrder order = order(body, scheme);
        then(request, 200, (simulator, n) -> simulator.ring(n, order));
    }

    private static RingOrder order(Body body, RingScheme scheme) {
        String number = body.digits("number");
        Duration longest = body.number("for")
                .map(seconds -> Duration.ofMillis(Math.round(Math.min(1e7, seconds) * 1000)))
                .orElse(RingOrder.ORDINARY);
        try {
            return new RingOrder(
                    number == null || number.isBlank() ? null : number,
                    body.text("name"),
                    scheme,
                    longest,
                    ExchangeWishes.way(body));
        } catch (IllegalArgumentException bad) {
            String what = String.valueOf(bad.getMessage());
            String field = ExchangeWishes.WAYS.stream()
                    .filter(what::startsWith)
                    .findFirst()
                    .orElse(what.contains("number") ? "number" : "for");
            throw Refusal.bad(field, what);
        }
    }

    private void callerId(Context request) {
        mustBeThere(request);
        short[] sound = Uploads.wav(request);
        then(request, 200, (simulator, n) -> simulator.callerIdSound(n, sound));
    }

    private void say(Context request) {
        mustBeThere(request);
        short[] sound = Uploads.wav(request);
        then(request, 202, (simulator, n) -> simulator.say(n, sound));
    }

    private void press(Context request) {
        mustBeThere(request);
        Body body = Body.of(request);
        String digits = keys(body);
        int on = body.whole("onMs").orElse(KEY_MILLIS);
        int off = body.whole("offMs").orElse(KEY_MILLIS);
        then(request, 202, (simulator, n) -> simulator.press(n, digits, on, off));
    }

    static String keys(Body body) {
        String digits = body.digits("digits");
        if (digits == null || digits.isBlank()) {
            throw Refusal.bad("digits", "digits is missing");
        }
        return digits;
    }

    private void hangUp(Context request) {
        mustBeThere(request);
        String word = Body.of(request).text("signal");
        HangUpSignal signal = HangUpSignal.of(word == null ? "busyTone" : word)
                .orElseThrow(() -> Refusal.bad("signal", "there is no signal " + word));
        then(request, 200, (simulator, n) -> simulator.hangUp(n, signal));
    }

    private void exchange(Context request) {
        mustBeThere(request);
        ExchangeChange wish = ExchangeWishes.change(Body.of(request));
        then(request, 200, (simulator, n) -> simulator.exchange(n, wish));
    }

    private void heard(Context request) {
        far.act(request, (simulator, n) -> WavAnswer.send(request, simulator.heard(n)));
    }
}
