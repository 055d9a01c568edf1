package ringdown.voicemail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.audio.Wav;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.prompts.Greetings;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/**
 * A person records, hears or deletes their greetings by telephone, and those of the boxes they share: key 9 goes to the next box. A recording counts once # or the longest time ends it: whoever hangs
 * up in it keeps the old one. Runs on the call's thread.
 */
final class GreetingVisit {
    private static final int MOST_TURNS = 10;
    private static final Duration FOR_A_KEY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** The key is heard before it is known for one. */
    private static final int KEY_MILLIS = 120;

    private final Prompts prompts;
    private final Handset handset;
    private final List<String> boxes;
    private String box;
    private final Language language;

    /** @param boxes the person's own first, then those of their teams */
    GreetingVisit(Prompts prompts, Handset handset, List<String> boxes, Language language) {
        this.prompts = prompts;
        this.handset = handset;
        this.boxes = List.copyOf(boxes);
        this.box = boxes.getFirst();
        this.language = language;
    }

    /** Until no greeting is chosen any more. */
    void serve() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Character key = asked(kinds());
            if (key != null && key == '9' && boxes.size() > 1) {
                box = boxes.get((boxes.indexOf(box) + 1) % boxes.size());
                continue;
            }
            Optional<Greetings.Kind> kind = kind(key);
            if (kind.isEmpty()) {
                return;
            }
            try {
                obey(asked(prompts.sound(Phrase.GREETING_KEYS, language)), kind.get());
            } catch (IOException disk) {
                Logger.error("a greeting could not be changed: {}", disk.getMessage());
                say(Phrase.NO_GREETING);
            }
        }
    }

    /** The team's name first, where it is not the person's own box. */
    private Sound kinds() {
        Sound words = prompts.sound(Phrase.GREETING_KINDS, language);
        Sound name = box.equals(boxes.getFirst()) ? Sound.nothing() : prompts.text(box, language);
        return boxes.size() > 1 ? name.then(words).then(prompts.sound(Phrase.GREETING_BOX, language)) : words;
    }

    private static Optional<Greetings.Kind> kind(@Nullable Character key) {
        return switch (key) {
            case '1' -> Optional.of(Greetings.Kind.GENERAL);
            case '2' -> Optional.of(Greetings.Kind.BUSY);
            case '3' -> Optional.of(Greetings.Kind.NO_ANSWER);
            case '4' -> Optional.of(Greetings.Kind.AWAY);
            case null, default -> Optional.empty();
        };
    }

    private void obey(@Nullable Character key, Greetings.Kind kind) throws IOException {
        switch (key) {
            case '1' -> record(kind);
            case '2' -> {
                Optional<Sound> sound = prompts.greetings().recorded(box, kind);
                handset.play(sound.orElseGet(() -> prompts.sound(Phrase.NO_GREETING, language))
                        .samples());
            }
            case '7' -> say(prompts.greetings().remove(box, kind) ? Phrase.GREETING_DELETED : Phrase.NO_GREETING);
            case null, default -> say(Phrase.WRONG_KEY);
        }
    }

    private void record(Greetings.Kind kind) throws IOException {
        say(Phrase.GREETING_SPEAK);
        handset.play(MessageTaker.tone());
        GreetingTape tape = new GreetingTape(Frame.samples(Math.toIntExact(LONGEST.toMillis())));
        switch (handset.record(tape, LONGEST)) {
            case Handset.Recorded.FarEndLeft left -> throw new CallerLeft(left.gone());
            case Handset.Recorded.Stopped stopped -> Logger.info("a greeting was cut off and is not kept");
            case Handset.Recorded.KeyPressed key -> keep(kind, tape.without(Frame.samples(KEY_MILLIS)));
            case Handset.Recorded.TimeOver over -> keep(kind, tape.without(0));
        }
    }

    private void keep(Greetings.Kind kind, short[] samples) throws IOException {
        prompts.greetings().put(box, kind, Wav.bytes(samples));
        say(Phrase.GREETING_KEPT);
    }

    private void say(Phrase phrase) {
        handset.play(prompts.sound(phrase, language).samples());
    }

    private @Nullable Character asked(Sound words) {
        Character early = handset.playUntilKey(words.samples());
        return early == null ? handset.key(FOR_A_KEY) : early;
    }
}
