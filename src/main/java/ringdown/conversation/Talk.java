package ringdown.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.clock.OfficeClock;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;
import ringdown.media.CrossConnect;
import ringdown.media.SoundSource;

/**
 * Two legs of one call that talk, until one of them leaves. Runs on the call's virtual thread. A side that puts the other on hold
 * gives it music; the one that waits may leave at any time.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
public final class Talk {
    private final Leg caller;
    private final Leg agent;
    private final Inbox inbox;
    private final OfficeClock clock;
    private final CrossConnect matrix;
    private final Supplier<AudioSource> music;
    private final Consumer<CallEvent> otherwise;
    private final boolean listenIn;
    private final Ear callerEar = new Ear();
    private final Ear agentEar = new Ear();
    private final HoldTimes times;

    private final Set<Leg> passers = new HashSet<>();
    private Predicate<CallEvent.Request> wanted = request -> false;
    private @Nullable Leg holder;
    private @Nullable Leg wasHeldBy;
    private BiConsumer<Leg, Boolean> holds = (leg, held) -> {};
    private @Nullable Connection joined;
    private CrossConnect.@Nullable Tap recording;
    /** What both hear before they hear each other. */
    private short[] opening = {};

    private final Object opened = new Object();

    /**
     * @param listenIn find out whether each side was heard; costs decoding until both were
     * @param otherwise hears what is not the talk's own, and every key that one of the two presses
     * @param music a fresh source of it, for whoever is put on hold
     */
    public Talk(
            Leg caller,
            Leg agent,
            Inbox inbox,
            OfficeClock clock,
            CrossConnect matrix,
            boolean listenIn,
            Supplier<AudioSource> music,
            Consumer<CallEvent> otherwise) {
        this.caller = caller;
        this.agent = agent;
        this.inbox = inbox;
        this.clock = clock;
        this.matrix = matrix;
        this.listenIn = listenIn;
        this.music = music;
        this.otherwise = otherwise;
        this.times = new HoldTimes(clock.nanos());
    }

    /** That side may put the other one through to somebody else, which ends this talk. */
    public Talk mayPassOn(Leg side) {
        passers.add(side);
        return this;
    }

    /** Another call may ask for one of the two, which ends this talk; so may whatever was named before. */
    public Talk endsFor(Predicate<CallEvent.Request> request) {
        wanted = wanted.or(request);
        return this;
    }

    /** Hears the caller and the agent while they hear each other; null: nobody does. */
    public Talk heardBy(CrossConnect.@Nullable Tap tap) {
        recording = tap;
        return this;
    }

    /** Both hear this to its end before they hear each other, and before anybody else hears them. */
    public Talk beginsWith(short[] words) {
        opening = words;
        return this;
    }

    /** Is told, on the talk's thread, whenever one of the two puts the other on hold (true) and comes back. */
    public Talk whenHeld(BiConsumer<Leg, Boolean> told) {
        holds = told;
        return this;
    }

    /** The two have talked before and found no other end: whoever was held still is. */
    public Talk goesOn(TalkEnd before) {
        wasHeldBy = before.holder();
        return this;
    }

    /** Talks until one side is gone, or passes the other on. */
    public TalkEnd run() {
        if (wasHeldBy == null) {
            join();
        } else {
            hold(wasHeldBy);
        }
        try {
            while (true) {
                CallEvent event = inbox.take(clock.nanos() + LOOK_NANOS);
                if (event instanceof CallEvent.Gone gone && mine(gone.leg())) {
                    return end(gone, null, null);
                }
                if (event instanceof CallEvent.TransferAsked asked && passers.contains(asked.leg())) {
                    return end(new CallEvent.Gone(asked.leg(), HangupCause.NORMAL, true), asked, null);
                }
                if (event instanceof CallEvent.Asked asked && wanted.test(asked.request())) {
                    return end(new CallEvent.Gone(agent, HangupCause.NORMAL, true), null, asked.request());
                }
                handle(event);
                if (listenIn && callerEar.heard() && agentEar.heard()) {
                    stopListening();
                }
            }
        } finally {
            part();
        }
    }

    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private boolean listening = true;
    private boolean tapped;

    private void handle(@Nullable CallEvent event) {
        switch (event) {
            case null -> {}
            case CallEvent.Played played when played.sound() == opened -> said();
            case CallEvent.Held held
            when mine(held.leg()) && holder == null -> {
                holds.accept(held.leg(), true);
                hold(held.leg());
            }
            case CallEvent.Resumed resumed when mine(resumed.leg()) -> resume(resumed.leg());
            case CallEvent.VoiceChanged changed when joined instanceof CrossConnect.Bridging b -> b.voiceChanged();
            case CallEvent.DigitPressed key
            when mine(key.leg()) -> {
                passOn(key);
                otherwise.accept(key); // codes of the box that a person of the office keys during the talk
            }
            default -> otherwise.accept(event);
        }
    }

    private boolean mine(Leg leg) {
        return leg == caller || leg == agent;
    }

    private Leg otherOf(Leg leg) {
        return leg == caller ? agent : caller;
    }

    /**
     * Between two RTP voices keys travel by themselves; from RTP to copper somebody has to press them again. From copper they are in the sound,
     * unless the other side takes them by RFC 4733: then they are taken out of it.
     */
    private void passOn(CallEvent.DigitPressed key) {
        Leg other = otherOf(key.leg());
        boolean again = key.leg().voice().rtp() != null && other.voice().rtp() == null;
        if (again || key.leg().voice().keysApart()) {
            other.sendDigit(key.digit());
        }
    }

    private void hold(Leg by) {
        if (holder != null) {
            return;
        }
        holder = by;
        times.hold(clock.nanos());
        part();
        joined = matrix.attach(otherOf(by).voice(), music.get(), AudioSink.NOWHERE);
    }

    private void resume(Leg by) {
        if (holder == by) {
            holder = null;
            holds.accept(by, false);
            times.resume(clock.nanos());
            part();
            join();
        }
    }

    /** The words are over; whoever is held meanwhile has not heard them out. */
    private void said() {
        if (holder == null) {
            opening = new short[0];
            part();
            join();
        }
    }

    private void open() {
        Connection one = say(caller, () -> {});
        Connection other = say(agent, () -> inbox.post(new CallEvent.Played(opened)));
        joined = () -> {
            one.close();
            other.close();
        };
    }

    private Connection say(Leg to, Runnable over) {
        return matrix.attach(to.voice(), new SoundSource(opening, over), AudioSink.NOWHERE);
    }

    private void join() {
        if (opening.length > 0) {
            open();
            return;
        }
        CrossConnect.Bridging bridge = matrix.bridge(caller.voice(), agent.voice());
        joined = bridge;
        tap(bridge);
    }

    private void tap(CrossConnect.Bridging bridge) {
        List<CrossConnect.Tap> taps = new ArrayList<>();
        if (listenIn && listening) {
            taps.add(new CrossConnect.Tap(callerEar, agentEar));
        }
        if (recording != null) {
            taps.add(recording);
        }
        if (!taps.isEmpty() || tapped) {
            bridge.taps(taps);
        }
        tapped = !taps.isEmpty();
    }

    private void stopListening() {
        if (listening && joined instanceof CrossConnect.Bridging bridge) {
            listening = false;
            tap(bridge);
        }
    }

    private void part() {
        if (joined != null) {
            joined.close();
            joined = null;
        }
    }

    private TalkEnd end(
            CallEvent.Gone gone, CallEvent.@Nullable TransferAsked passedOn, CallEvent.@Nullable Request asked) {
        long now = clock.nanos();
        return new TalkEnd(
                gone.leg(),
                gone,
                times.talked(now),
                times.held(now),
                holder == agent ? times.lastHold(now) : Duration.ZERO,
                callerEar.heard(),
                agentEar.heard(),
                holder,
                passedOn,
                asked);
    }
}
