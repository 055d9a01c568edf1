package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Whoever stands at telephone n of the simulated board. */
final class SimulatedTelephones {
    private static final String TELEPHONE = "/api/simulator/telephones/{n}";
    private static final int FLASH_MILLIS = 300;

    private final SimulatorResource far;

    SimulatedTelephones(SimulatorResource far) {
        this.far = far;
    }

    void routes(RoutesConfig routes) {
        routes.get(TELEPHONE, request -> then(request, 200, (simulator, n) -> {}));
        routes.post(TELEPHONE + "/offHook", request -> then(request, 200, (simulator, n) -> simulator.offHook(n)));
        routes.post(TELEPHONE + "/onHook", request -> then(request, 200, (simulator, n) -> simulator.onHook(n)));
        routes.post(TELEPHONE + "/flash", this::flash);
        routes.post(TELEPHONE + "/press", this::press);
        routes.post(TELEPHONE + "/pulse", this::pulse);
        routes.post(TELEPHONE + "/say", this::say);
        routes.get(TELEPHONE + "/heard.wav", this::heard);
    }

    private void then(Context request, int status, SimulatorResource.Work work) {
        far.act(request, (simulator, n) -> {
            work.on(simulator, n);
            Answers.json(request, status, far.view(simulator.telephoneView(n)));
        });
    }

    private void mustBeThere(Context request) {
        far.act(request, (simulator, n) -> simulator.telephoneView(n));
    }

    private void flash(Context request) {
        mustBeThere(request);
        int millis = Body.of(request).whole("ms").orElse(FLASH_MILLIS);
        then(request, 200, (simulator, n) -> simulator.flash(n, millis));
    }

    private void press(Context request) {
        mustBeThere(request);
        String keys = SimulatedLines.keys(Body.of(request));
        then(request, 202, (simulator, n) -> simulator.pressKeys(n, keys));
    }

    private void pulse(Context request) {
        mustBeThere(request);
        Body body = Body.of(request);
        String digits = SimulatedLines.keys(body);
        double pps = body.number("pps").orElse(10.0);
        double broken = body.number("breakPercent").orElse(60.0);
        then(request, 202, (simulator, n) -> simulator.pulse(n, digits, pps, broken));
    }

    private void say(Context request) {
        mustBeThere(request);
        short[] sound = Uploads.wav(request);
        then(request, 202, (simulator, n) -> simulator.sayInto(n, sound));
    }

    private void heard(Context request) {
        far.act(request, (simulator, n) -> WavAnswer.send(request, simulator.earpiece(n)));
    }
}
