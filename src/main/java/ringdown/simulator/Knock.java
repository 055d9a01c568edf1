package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.audio.callerid.CallWaitingSender;
import ringdown.audio.callerid.CallerIdScheme;
import ringdown.audio.callerid.FskModem;
import ringdown.audio.tone.CountryTones;
import ringdown.number.NumberingPlan;
import ringdown.simulator.ExchangeTones.Name;

/** A second call that waits while the line talks: knocks in the talk, and rings after it. Guarded by its owner's lock. */
final class Knock {
    private final ExchangeTones tones;
    private final short[] tone = Frame.silence();
    private final CountryTones country;
    private final NumberingPlan numbers;
    private @Nullable RingOrder order;
    private @Nullable CallWaitingSender teller;
    private int left;
    private int knocking;

    Knock(ExchangeTones tones, CountryTones country, NumberingPlan numbers) {
        this.tones = tones;
        this.country = country;
        this.numbers = numbers;
    }

    /** False if somebody waits already. */
    boolean begin(RingOrder next) {
        if (waits()) {
            return false;
        }
        order = next;
        left = (int) (next.longest().toMillis() / Frame.MILLIS);
        knocking = 0;
        teller = null;
        return true;
    }

    /** The service is taken or ended (null: neither); taken in a talk, somebody who withholds the number knocks at once. */
    void wished(@Nullable Boolean service, boolean talking) {
        if (service == null) {
            return;
        }
        if (!service) {
            order = null;
        } else if (talking) {
            begin(new RingOrder(null, null, RingScheme.NONE, RingOrder.ORDINARY));
        }
    }

    boolean waits() {
        return order != null;
    }

    /** Adds the tone to what is said in a talk; behind its first burst the subscriber's set is told who it is, if it wants to be (Type II). */
    void sound(short[] heard, short[] spoken) {
        RingOrder now = order;
        if (now == null) {
            return;
        }
        java.util.Arrays.fill(tone, (short) 0);
        tones.sound(Name.CALLWAITING, tone);
        Mixing.add(tone, spoken);
        if (++knocking == country.callWaiting().steps().getFirst().millis() / Frame.MILLIS + 1) {
            teller = teller(now);
        }
        CallWaitingSender telling = teller;
        if (telling != null && !telling.over()) {
            telling.received(heard);
            telling.sending(spoken);
        }
    }

    private @Nullable CallWaitingSender teller(RingOrder now) {
        CallerIdScheme scheme = now.scheme().onTheWire(country.country());
        FskModem modem = scheme == null ? null : CallWaitingSender.modem(scheme);
        return modem == null ? null : new CallWaitingSender(new short[0], CallerSound.message(now, numbers), modem);
    }

    /** One frame nearer to giving up. */
    void frame() {
        if (order != null && --left <= 0) {
            order = null;
        }
    }

    /** The call, for as long as it has left, once the line is at rest; null: there is none. */
    @Nullable
    RingOrder take() {
        RingOrder now = order;
        order = null;
        return now == null
                ? null
                : new RingOrder(
                        now.number(),
                        now.name(),
                        now.scheme(),
                        java.time.Duration.ofMillis((long) Math.max(1, left) * Frame.MILLIS),
                        now.way());
    }
}
