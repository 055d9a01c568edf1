package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.call.Handset;
import ringdown.office.Menu;

/** A caller before a menu: one key, or the way of those who press none. On the call's own thread. */
final class Choosing {
    private Choosing() {}

    /** @param early the key pressed during the greeting, null: none */
    static Menu.Choice of(CallRun run, Sounds sounds, Menu menu, @Nullable Character early) {
        Character key = early == null ? key(run, sounds, menu) : early;
        run.event(key == null ? "no key pressed" : "key " + key + " pressed");
        return key == null ? menu.otherwise() : menu.keys().getOrDefault(key.toString(), menu.otherwise());
    }

    /** No key is heard before the answer: a menu without a greeting is answered too, and the caller goes on hearing that it rings. */
    private static @Nullable Character key(CallRun run, Sounds sounds, Menu menu) {
        Handset handset = run.handset(run.caller);
        if (run.caller.answered()) {
            return handset.key(menu.after());
        }
        run.answer();
        return handset.key(menu.after(), sounds.ringBack());
    }
}
