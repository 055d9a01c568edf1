package ringdown.switchboard;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.routing.Answerable;
import ringdown.routing.Called;

/** Whose it is when a call comes to nothing, and whose when it went wrong. One for a call; runs on the call's thread. */
final class Responsibility {
    private final CallRun run;
    private final PromiseMaker maker;
    private final Called called;
    private final Reaching reaching;
    private @Nullable String named;
    /** Who passed the caller on to somebody else: a call that comes to nothing then is theirs. */
    private @Nullable String passedOnBy;

    Responsibility(CallRun run, PromiseMaker maker, Called called, Reaching reaching) {
        this.run = run;
        this.maker = maker;
        this.called = called;
        this.reaching = reaching;
    }

    /** A team or extension that the way names. */
    void named(@Nullable String responsible) {
        if (responsible != null) {
            named = responsible;
        }
    }

    void passedOnBy(@Nullable String who) {
        passedOnBy = who;
    }

    /** Who owes the call back and works on the day on which it is due: extension; null: nobody. */
    @Nullable
    String owner(Caller caller, @Nullable CallerClass decides, Instant dueAt) {
        return passedOnBy != null
                ? passedOnBy
                : maker.owner(caller.managed(), answersFor(decides), dueAt)
                        .map(Extension::digits)
                        .orElse(null);
    }

    String mailbox(Caller caller, @Nullable CallerClass decides, Instant dueAt) {
        return maker.mailbox(caller.managed(), answersFor(decides), dueAt);
    }

    /** Of the responsible team, else of the last team rung, else of the manager's first team, as a stage would ring (CONTRACT §2). */
    @Nullable
    String head(Caller caller, @Nullable CallerClass decides, Instant now) {
        return responsible(decides)
                .or(() -> Optional.ofNullable(reaching.lastTeam()))
                .or(() -> caller.managed().map(Contact::manager).map(Extension::digits))
                .or(() -> Answerable.of(run.office, called, decides))
                .flatMap(team -> maker.head(team, now))
                .or(() -> maker.head(null, now))
                .map(Extension::digits)
                .orElseGet(() -> owner(caller, decides, now));
    }

    /** The script's team, else the class's. */
    private Optional<String> responsible(@Nullable CallerClass decides) {
        return Optional.ofNullable(named).or(() -> Optional.ofNullable(decides).map(CallerClass::responsible));
    }

    /** Whom the caller was meant for; where nobody is named, the team rung first, else the one that would have been. */
    private @Nullable String answersFor(@Nullable CallerClass decides) {
        return responsible(decides)
                .or(() -> Optional.ofNullable(reaching.firstTeam()))
                .or(() -> Answerable.of(run.office, called, decides))
                .orElse(null);
    }
}
