package ringdown.switchboard;

import java.util.Optional;
import ringdown.number.Extension;
import ringdown.office.PersonState;
import ringdown.prompts.Greetings;
import ringdown.prompts.Sound;

/** What a person lets callers hear whose call ends in their box, by what the person is doing then. */
final class OwnGreeting {
    private final Desk desk;

    OwnGreeting(Desk desk) {
        this.desk = desk;
    }

    /** Empty for a team's box, and where nothing is recorded. */
    Optional<Sound> of(String mailbox) {
        if (!mailbox.matches("[0-9]{1,8}")) {
            return Optional.empty();
        }
        Extension who = new Extension(mailbox);
        return desk.prompts().greetings().played(who, kind(desk.presence().state(who)));
    }

    private static Greetings.Kind kind(PersonState state) {
        return switch (state) {
            case BUSY, AFTER_CALL, DO_NOT_DISTURB -> Greetings.Kind.BUSY;
            case AWAY, BREAK, ON_LEAVE -> Greetings.Kind.AWAY;
            case AVAILABLE, NOT_ANSWERING -> Greetings.Kind.NO_ANSWER;
        };
    }
}
