package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.ledger.Owners;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Team;
import ringdown.prompts.Phrase;

/**
 * A telephone takes a call that rings elsewhere, or whoever waits in a parking place. The call stays what it is in the ledger; whoever takes
 * it has answered. Where there is nothing to be taken it is told so. Runs on the call's own thread.
 */
@SuppressWarnings("ReferenceEquality") // an inbox is itself
final class PickingUp {
    /** Somebody who waits in a place may be on the way from one step to the next, in which nobody can be given. */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final Duration AGAIN = Duration.ofMillis(100);

    private final CallRun run;
    private final Extension who;
    private final PlaceWords words;

    PickingUp(CallRun run, Extension who) {
        this.run = run;
        this.who = who;
        this.words = new PlaceWords(run, who.digits());
    }

    /** The call that rings at somebody of one's teams; {@code rest} names an extension: the one that rings there, whoever that is. */
    HangupCause ringing(String rest) {
        Set<String> people = rest.matches("[0-9]+") ? Set.of(heir(new Extension(rest))) : mine();
        for (Ringings.Ringing call : run.desk.ringings().at(people)) {
            if (taken(call.inbox())) {
                return HangupCause.NORMAL;
            }
        }
        return says(Phrase.NO_CALL_TO_PICK_UP);
    }

    /** Whoever waits in that place. */
    HangupCause fromPlace(int place) {
        long until = run.deadline(BETWEEN);
        for (Optional<Inbox> there = run.desk.parking().at(place);
                there.isPresent() && run.desk.clock().nanos() < until;
                there = run.desk.parking().at(place)) {
            if (taken(there.get())) {
                return HangupCause.NORMAL;
            }
            run.settle(AGAIN, () -> false);
        }
        return says(Phrase.PLACE_EMPTY);
    }

    /** The telephone belongs to that call from now on, if it gives its caller. */
    boolean taken(Inbox there) {
        return there != run.inbox && PickUp.of(run, run.caller(who), there);
    }

    private HangupCause says(Phrase phrase) {
        run.caller.answer();
        run.handset(run.caller).play(words.phrase(phrase));
        return HangupCause.NORMAL;
    }

    /** Everybody of the teams that one belongs to or heads; where the office has no teams, everybody. */
    private Set<String> mine() {
        Office office = run.office;
        Stream<Extension> people = office.teams().isEmpty()
                ? office.people().stream().map(Person::extension)
                : office.teams().stream()
                        .filter(team -> team.members().contains(who) || who.equals(team.head()))
                        .flatMap(PickingUp::everybody);
        return people.map(Extension::digits).collect(Collectors.toSet());
    }

    private static Stream<Extension> everybody(Team team) {
        return Stream.concat(team.members().stream(), Stream.ofNullable(team.head()));
    }

    /** Whoever has left is rung at their successor's. */
    private String heir(Extension called) {
        return new Owners(run.office)
                .heir(called, run.now().atZone(run.office.info().timeZone()).toLocalDate())
                .orElse(called)
                .digits();
    }
}
