package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.StageEntry;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;
import ringdown.media.SoundSource;

/**
 * One party's time in a parking place: music for whoever waits, the place in words for whoever has parked them, and the first telephone of the
 * office that asks. Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class InPark {
    /** How the stage of a place begins in the ledger. */
    static final String STAGE = "park ";

    /** Whoever cannot be heard to the end of a sentence is free after this. */
    private static final Duration SAID = Duration.ofSeconds(8);

    private final CallRun stays;
    private final Sounds sounds;
    private final Tally tally;
    private final Talker by;
    private final Object said = new Object();
    private @Nullable Connection words;

    /**
     * @param stays the call as it is for whoever waits
     * @param by who parks them
     */
    InPark(CallRun stays, Sounds sounds, Tally tally, Talker by) {
        this.stays = stays;
        this.sounds = sounds;
        this.tally = tally;
        this.by = by;
    }

    /** True if whoever asks means a place, by the code or because one has been told on their other telephone call. */
    boolean means(CallEvent.TransferAsked asked) {
        return Parking.means(stays.office, asked.target())
                || stays.desk.parking().offered(asked.other());
    }

    /** Whoever stays has a place. */
    interface Waits {
        /** Who takes them; empty if nobody does in time. Throws if they leave. */
        Optional<Bells.Bell> await();
    }

    /** A place for whoever stays, where the talk has ended so; empty if all are taken. */
    Optional<Waits> place(TalkEnd end) {
        CallEvent.TransferAsked asked = Objects.requireNonNull(end.passedOn());
        Leg other = asked.other();
        Leg told = stays.desk.parking().offered(other) ? other : null;
        Optional<Integer> place = stays.desk.parking().take(stays, by.who(), told);
        if (place.isPresent() && other != null) {
            other.hangUp(HangupCause.NORMAL);
        }
        return place.map(at -> () -> await(at, told, end.holder() != by.leg()));
    }

    /**
     * Until somebody takes whoever waits; empty if nobody does in time, and they stay in their place then. Throws if they leave.
     *
     * @param told the place has been told on that telephone of theirs; null: not yet
     * @param listens whoever parks them hears what is said on this one
     */
    private Optional<Bells.Bell> await(int place, @Nullable Leg told, boolean listens) {
        long begun = stays.desk.clock().nanos();
        StageEntry.Result how = StageEntry.Result.CALLER_LEFT;
        stays.event(by.who() + " parks the caller in place " + place);
        stays.desk.ledger().ringing(stays.id());
        try (HoldSound music = new HoldSound(stays, sounds.music())) {
            music.music();
            tell(place, told, listens);
            Optional<Bells.Bell> taken = await();
            how = taken.isPresent() ? StageEntry.Result.ANSWERED : StageEntry.Result.NO_ANSWER;
            taken.ifPresent(bell -> stays.event(bell.who() + " takes the caller from place " + place));
            return taken;
        } finally {
            over();
            double seconds = stays.secondsSince(begun);
            tally.parked(seconds);
            stays.desk.ledger().stage(stays.id(), new StageEntry(STAGE + place, List.of(), Map.of(), seconds, how));
        }
    }

    private void tell(int place, @Nullable Leg told, boolean listens) {
        if (told == null && listens && by.there()) {
            says(new PlaceWords(stays, by.who()).place(place));
            return;
        }
        over();
        if (told == null) {
            PlaceTold.to(stays, by.who(), place);
        }
    }

    private void says(short[] sentence) {
        Runnable over = () -> stays.inbox.post(new CallEvent.Played(said));
        AudioSource source = new SoundSource(sentence, over);
        stays.desk.clock().after(SAID, "a parking place is told", over);
        words = stays.desk.matrix().attach(by.leg().voice(), source, AudioSink.NOWHERE);
    }

    private void said() {
        if (words != null) {
            words.close();
            words = null;
        }
    }

    /** Whoever parks is free again. */
    private void over() {
        said();
        by.told(null);
    }

    private Optional<Bells.Bell> await() {
        long until = stays.deadline(stays.office.info().parkFor());
        while (true) {
            CallEvent event = stays.inbox.take(until);
            switch (event) {
                case null -> {
                    return Optional.empty();
                }
                case CallEvent.Gone gone when gone.leg() == stays.caller -> throw new CallerLeft(gone);
                case CallEvent.Gone gone when gone.leg() == by.leg() -> over();
                case CallEvent.Played played when played.sound() == said -> over();
                case CallEvent.Asked asked
                when asked.request() instanceof PickUp pickUp -> {
                    Optional<Bells.Bell> taken = pickUp.take(stays);
                    if (taken.isPresent()) {
                        return taken;
                    }
                }
                default -> stays.otherwise(event);
            }
        }
    }

    /** All places are taken: whoever wanted one hears so, the other one music, and they talk on. */
    void full() {
        stays.event("not parked: all places are taken");
        if (by.there()) {
            sayThatAllAreTaken();
        }
        by.leg().transferEnded(HangupCause.BUSY);
    }

    private void sayThatAllAreTaken() {
        try (HoldSound music = new HoldSound(stays, sounds.music())) {
            music.music();
            says(new PlaceWords(stays, by.who()).allTaken());
            untilSaid();
        } finally {
            said();
        }
    }

    private void untilSaid() {
        long until = stays.deadline(SAID.plus(SAID));
        for (CallEvent event = stays.inbox.take(until); event != null; event = stays.inbox.take(until)) {
            if (event instanceof CallEvent.Played played && played.sound() == said) {
                return;
            }
            if (event instanceof CallEvent.Gone gone && (gone.leg() == stays.caller || gone.leg() == by.leg())) {
                stays.inbox.post(gone); // the talk ends with it
                return;
            }
            stays.otherwise(event);
        }
    }
}
