package ringdown.switchboard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.number.PhoneNumber;
import ringdown.office.Person;
import ringdown.presence.Presence;
import ringdown.routing.Resolved;

/**
 * Rings numbers of the public network for a caller of the office. A mailbox answers too: only key 1 proves a person, so the question is
 * repeated until it comes. Never over the last idle incoming line (SITUATIONS rule 7). Runs on the call's thread.
 */
final class Mobiles {
    private final CallRun run;
    private final Supplier<short[]> question;
    private final Sounds sounds;
    private final Map<String, Set<String>> tried = new HashMap<>();
    private final Map<String, WaysOut.Taken.Way> ways = new HashMap<>();

    /** @param question what a mobile that answered is asked, again and again */
    Mobiles(CallRun run, Sounds sounds, Supplier<short[]> question) {
        this.run = run;
        this.sounds = sounds;
        this.question = question;
    }

    /** Dials over the first way that may be taken, or says in {@code notRung} why none may. */
    void start(Resolved.Bell.Outside outside, Bells bells, Map<String, String> notRung) {
        PhoneNumber number = outside.number();
        Optional<Person> owner = run.office.people().stream()
                .filter(person -> number.equals(person.mobile()))
                .findFirst();
        Optional<Presence.Reservation> mine =
                owner.flatMap(person -> run.desk.presence().reserve(person.extension(), run.id()));
        if (owner.isPresent() && mine.isEmpty()) {
            notRung.put(number.e164(), "busy");
            return;
        }
        WaysOut.Taken way = take(number.e164());
        switch (way) {
            case WaysOut.Taken.Way free ->
                bells.add(new Bells.Bell(
                        free.line().dial(number.e164(), null, run.inbox),
                        number.e164(),
                        mine.orElse(null),
                        outside.byKey()));
            case WaysOut.Taken.None none -> {
                run.event(number.e164() + " is not rung: " + none.why().words());
                notRung.put(number.e164(), none.why().word());
                mine.ifPresent(Presence.Reservation::close);
            }
        }
    }

    private WaysOut.Taken take(String number) {
        Set<String> already = tried.computeIfAbsent(number, any -> new HashSet<>());
        WaysOut.Taken way = run.desk.ways().take(WaysOut.Purpose.AUTOMATIC, run.office, already, run.caller.via());
        if (way instanceof WaysOut.Taken.Way free) {
            already.add(free.line().via());
            ways.put(number, free);
        }
        return way;
    }

    /** A way that failed before it rang: dials over the next one. False if it was no such failure, or there is none. */
    boolean again(Bells.Bell bell, HangupCause cause, Bells bells) {
        Optional.ofNullable(ways.remove(bell.who())).ifPresent(run.desk.ways()::back);
        if (!tried.containsKey(bell.who())
                || !DialEnd.nextMayHelp(cause)
                || bell.leg().answered()) {
            return false;
        }
        if (take(bell.who()) instanceof WaysOut.Taken.Way free) {
            bells.replace(bell, free.line().dial(bell.who(), null, run.inbox));
            return true;
        }
        return false;
    }

    /** "A call from the office; to take it, press one." */
    Connection ask(Leg leg) {
        return run.desk.matrix().attach(leg.voice(), sounds.again(question.get()), AudioSink.NOWHERE);
    }
}
