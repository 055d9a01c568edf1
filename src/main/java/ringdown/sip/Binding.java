package ringdown.sip;

import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/** A registration that holds now. Only the registrar touches it, under its lock. */
final class Binding {
    private final Registration registration;
    private final long untilNanos;
    private OfficeClock.@Nullable Alarm expiry;
    private boolean silent;

    Binding(Registration registration, long untilNanos) {
        this.registration = registration;
        this.untilNanos = untilNanos;
    }

    Registration registration() {
        return registration;
    }

    long untilNanos() {
        return untilNanos;
    }

    /** True after an INVITE that it did not answer at all, until it is heard again. */
    boolean silent() {
        return silent;
    }

    void silent(boolean now) {
        silent = now;
    }

    void expiry(OfficeClock.Alarm alarm) {
        expiry = alarm;
    }

    void stop() {
        if (expiry != null) {
            expiry.cancel();
        }
    }

    NextHop seen() {
        return new NextHop(registration.host(), registration.port(), registration.transport());
    }

    NextHop hop() {
        return Uri.parse("<" + registration.contact() + ">")
                .map(uri -> Reach.of(uri, seen()))
                .orElseGet(this::seen);
    }
}
