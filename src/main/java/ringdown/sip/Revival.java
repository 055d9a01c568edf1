package ringdown.sip;

import java.time.Duration;
import javax.sip.message.Response;

/**
 * A telephone that did not answer at all is not rung again, but asked (OPTIONS) every now and then, so that it is back before its
 * next registration. Safe from any thread.
 */
final class Revival {
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Plant plant;
    private final Registrar registrar;

    Revival(Plant plant, Registrar registrar) {
        this.plant = plant;
        this.registrar = registrar;
    }

    void silent(Binding binding) {
        registrar.heard(binding, false);
        plant.clock().after(EVERY, "is it back", () -> Thread.ofVirtual().start(() -> ask(binding)));
    }

    private void ask(Binding binding) {
        if (!registrar.holds(binding)) {
            return;
        }
        String contact = binding.registration().contact();
        NextHop hop = binding.hop();
        String own = "<sip:ringdown@" + plant.stack().hostToward(hop) + ">";
        plant.stack()
                .send(
                        Letter.to(plant.stack(), "OPTIONS", contact, hop, own, "<" + contact + ">", "", null),
                        hop,
                        new Replies() {
                            @Override
                            public void response(Response response) {
                                registrar.heard(binding, true);
                            }

                            @Override
                            public void unanswered() {
                                silent(binding);
                            }
                        });
    }
}
