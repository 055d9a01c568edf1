package ringdown.switchboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringdown.number.Extension;
import ringdown.office.Team;
import ringdown.prompts.Greetings;
import ringdown.prompts.Sound;

/** What a person, or a team, lets callers hear whose call ends in their box, by what they are doing then. */
final class OwnGreeting {
    private final Desk desk;

    OwnGreeting(Desk desk) {
        this.desk = desk;
    }

    /** Empty where nothing is recorded. */
    Optional<Sound> of(String mailbox) {
        return desk.prompts().greetings().played(mailbox, kind(people(mailbox)));
    }

    private List<Extension> people(String mailbox) {
        return mailbox.matches("[0-9]{1,8}")
                ? List.of(new Extension(mailbox))
                : desk.office().get().team(mailbox).map(Team::members).orElse(List.of());
    }

    /** A team is away when all of it is, and busy when nobody is left who could have answered. */
    private Greetings.Kind kind(List<Extension> people) {
        List<Greetings.Kind> kinds = people.stream().map(this::kind).distinct().toList();
        return Stream.of(Greetings.Kind.NO_ANSWER, Greetings.Kind.BUSY, Greetings.Kind.AWAY)
                .filter(kinds::contains)
                .findFirst()
                .orElse(Greetings.Kind.NO_ANSWER);
    }

    private Greetings.Kind kind(Extension who) {
        return switch (desk.presence().state(who)) {
            case BUSY, AFTER_CALL, DO_NOT_DISTURB -> Greetings.Kind.BUSY;
            case AWAY, BREAK, ON_LEAVE -> Greetings.Kind.AWAY;
            case AVAILABLE, NOT_ANSWERING -> Greetings.Kind.NO_ANSWER;
        };
    }
}
