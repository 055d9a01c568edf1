package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.simulator.TelephoneDevices;

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
        routes.put(TELEPHONE, this::devices);
        routes.post(TELEPHONE + "/parallel", request -> switched(request, "parallel", "offHook"));
        routes.post(TELEPHONE + "/fax", request -> switched(request, "fax", "on"));
        routes.post(TELEPHONE + "/ren", request -> measured(request, "ren"));
        routes.post(TELEPHONE + "/loopOhm", request -> measured(request, "loopOhm"));
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

    private static final Set<String> DEVICES = Set.of("parallel", "fax", "ren", "loopOhm", "callWaitingId");

    private void devices(Context request) {
        mustBeThere(request);
        Body body = Body.of(request);
        body.names().stream()
                .filter(name -> !DEVICES.contains(name))
                .findFirst()
                .ifPresent(strange -> {
                    throw Refusal.bad(strange, "a telephone has no \"" + strange + "\"");
                });
        become(
                request,
                body.flag("parallel").orElse(null),
                body.flag("fax").orElse(null),
                body.number("ren").orElse(null),
                body.number("loopOhm").orElse(null),
                body.flag("callWaitingId").orElse(null));
    }

    /** Without a word it is switched on. */
    private void switched(Context request, String field, String state) {
        mustBeThere(request);
        Body body = Body.of(request);
        boolean on = body.flag(field).or(() -> body.flag(state)).orElse(true);
        become(request, field.equals("parallel") ? on : null, field.equals("fax") ? on : null, null, null, null);
    }

    private void measured(Context request, String field) {
        mustBeThere(request);
        double value = Body.of(request).number(field).orElseThrow(() -> Refusal.bad(field, field + " is missing"));
        become(request, null, null, field.equals("ren") ? value : null, field.equals("loopOhm") ? value : null, null);
    }

    private void become(
            Context request,
            @Nullable Boolean parallel,
            @Nullable Boolean fax,
            @Nullable Double ren,
            @Nullable Double loopOhm,
            @Nullable Boolean callWaitingId) {
        try {
            TelephoneDevices wish = new TelephoneDevices(parallel, fax, ren, loopOhm, callWaitingId);
            then(request, 200, (simulator, n) -> simulator.devices(n, wish));
        } catch (IllegalArgumentException bad) {
            String what = String.valueOf(bad.getMessage());
            throw Refusal.bad(what.startsWith("ren") ? "ren" : "loopOhm", what);
        }
    }

    private void heard(Context request) {
        far.act(request, (simulator, n) -> WavAnswer.send(request, simulator.earpiece(n)));
    }
}
