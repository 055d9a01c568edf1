package ringdown.switchboard;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.Telephone;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.PersonState;

/**
 * Whoever rings may become somebody who cannot answer: they say so by page or key, the plan does, or their telephone signs off. The stage
 * does not wait for them then (SITUATIONS 10). Used by the call's own thread, but for the listening.
 */
final class StillThere implements AutoCloseable {
    private final CallRun run;
    private final Set<Extension> rung = ConcurrentHashMap.newKeySet();
    private final IdentityHashMap<Leg, Telephone> telephones = new IdentityHashMap<>();
    private final Notices.Listening listening;
    private final Asker asker;

    /** For whom it rings: whom people leave in peace differs. */
    enum Asker {
        /** A caller on their way through a script. */
        CALLER,
        /** A colleague, or a caller whom one has sent. */
        COLLEAGUE,
        /** Perhaps the dispatcher: whatever people have said. */
        HELP
    }

    /** The cause of whoever had duty until now. */
    static final String HANDED_OVER = "handedOver";

    /** Duty has been handed over. */
    record HandOver() implements CallEvent.Request {}

    /** Something about somebody who is rung has changed. */
    record Changed(Extension who) implements CallEvent.Request {}

    StillThere(CallRun run, Asker asker) {
        this.run = run;
        this.asker = asker;
        this.listening = run.desk.presence().listen(this::changed);
    }

    private void changed(Extension who) {
        if (rung.contains(who)) {
            run.inbox.post(new CallEvent.Asked(new Changed(who)));
        }
    }

    /** From now on changes of that person are told. */
    void rings(Extension who) {
        rung.add(who);
    }

    void rings(Leg leg, Telephone telephone) {
        telephones.put(leg, telephone);
    }

    /** Whoever cannot answer any more is not waited for; gives the cause if nothing rings at theirs now. */
    Map<String, String> silence(Extension person, Bells bells) {
        String who = person.digits();
        Map<String, String> silent = new HashMap<>();
        for (Bells.Bell bell : bells.of(who)) {
            why(bell).ifPresent(why -> {
                bells.stop(bell, cause(why));
                silent.put(who, why);
            });
        }
        if (!bells.of(who).isEmpty()) {
            return Map.of();
        }
        silent.values().forEach(why -> run.event(who + " rings no longer: " + why));
        return silent;
    }

    /** Somebody else has duty from now on: whoever rings for it need not answer any more. */
    Map<String, String> handedOver(List<String> rung, Bells bells) {
        Map<String, String> silent = new HashMap<>();
        for (String who : rung) {
            for (Bells.Bell bell : bells.of(who)) {
                bells.stop(bell, HangupCause.CANCELLED);
                silent.put(who, HANDED_OVER);
            }
        }
        return silent;
    }

    /** A colleague hears busy; a caller goes on to the next stage. */
    private HangupCause cause(String why) {
        if (why.equals(Bellings.UNREGISTERED)) {
            return HangupCause.UNREACHABLE;
        }
        return asker == Asker.COLLEAGUE ? HangupCause.REJECTED : HangupCause.CANCELLED;
    }

    private Optional<String> why(Bells.Bell bell) {
        PersonState state = run.desk.presence().apartFromCalls(new Extension(bell.who()));
        if (!mayRing(state)) {
            return Optional.of(Bellings.word(state));
        }
        Telephone telephone = telephones.get(bell.leg());
        return telephone == null || telephone.reachable() ? Optional.empty() : Optional.of(Bellings.UNREGISTERED);
    }

    private boolean mayRing(PersonState state) {
        return switch (asker) {
            case CALLER -> state == PersonState.AVAILABLE;
            case COLLEAGUE -> InternalCall.mayBeRung(state);
            case HELP -> true;
        };
    }

    @Override
    public void close() {
        listening.close();
    }
}
