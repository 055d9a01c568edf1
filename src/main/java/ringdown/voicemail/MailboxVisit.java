package ringdown.voicemail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Wav;
import ringdown.call.Handset;
import ringdown.clock.OfficeClock;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/**
 * A person of the office listens to their messages by telephone: new ones, the urgent before the others, oldest first; without new
 * ones the old, newest first. Keys: 1
 * again, 2 next, 3 call back, 5, extension and # forward (5, * and a figure: to a team), 7 delete (7 at once takes it back), 9 save, 0 greetings, * or #
 * end. Silence goes on to the next. Runs on the call's thread.
 */
public final class MailboxVisit {
    private static final int MOST = 100;
    private static final int MOST_TURNS = 10;
    private static final Duration TO_TAKE_BACK = Duration.ofSeconds(2);
    private static final Duration FOR_A_KEY = Duration.ofSeconds(5);

    private final Messages messages;
    private final Prompts prompts;
    private final OfficeClock clock;
    private final Supplier<ZoneId> zone;
    private final Function<String, ? extends Collection<String>> mailboxes;
    private final Forwarding forwarding;

    /**
     * How it ended.
     *
     * @param callBack the number the person wants to be connected with now; null: none
     */
    public record End(@Nullable String callBack) {}

    /**
     * Reads the office anew with each visit.
     *
     * @param mailboxes the mailboxes an extension hears: its own and its teams'
     */
    public MailboxVisit(
            Messages messages,
            Prompts prompts,
            OfficeClock clock,
            Supplier<ZoneId> zone,
            Function<String, ? extends Collection<String>> mailboxes,
            Forwarding forwarding) {
        this.forwarding = forwarding;
        this.messages = messages;
        this.prompts = prompts;
        this.clock = clock;
        this.zone = zone;
        this.mailboxes = mailboxes;
    }

    /** Plays the extension's messages until there are no more, the person ends it, or hangs up (CallerLeft). */
    public End visit(Handset handset, String extension, Language language) {
        List<Message> all = all(extension);
        List<Message> fresh = all.stream()
                .filter(message -> !message.heard())
                .sorted(Comparator.comparing(Message::urgent).reversed().thenComparing(Message::at))
                .toList();
        greetings(prompts.newMessages(fresh.size(), language), handset, extension, language);
        Deque<Message> queue = new ArrayDeque<>(fresh.isEmpty() ? all : fresh);
        while (!queue.isEmpty()) {
            Message message = queue.removeFirst();
            Then then;
            try (var _ = messages.listening(message.id())) {
                then = listen(handset, message, extension, language);
            }
            switch (then) {
                case NEXT, ASK -> Logger.debug("next message");
                case END -> {
                    return new End(null);
                }
                case CALL_BACK -> {
                    return new End(message.callerNumber());
                }
            }
        }
        greetings(prompts.sound(Phrase.NO_MORE_MESSAGES, language), handset, extension, language);
        return new End(null);
    }

    /** Says it; key 0 in it leads to the person's greetings. */
    private void greetings(Sound words, Handset handset, String extension, Language language) {
        if (handset.playUntilKey(words.samples(), "0") != null) {
            new GreetingVisit(prompts, handset, greeted(extension), language).serve();
        }
    }

    /** The person's own box, and those they share; whoever has inherited one greets nobody in it. */
    private List<String> greeted(String extension) {
        return mailboxes.apply(extension).stream()
                .map(String::valueOf)
                .filter(box -> box.equals(extension) || !box.matches("[0-9]{1,8}"))
                .toList();
    }

    private List<Message> all(String extension) {
        List<Message> all = new ArrayList<>();
        for (String mailbox : mailboxes.apply(extension)) {
            all.addAll(messages.list(mailbox, MOST, null).items());
        }
        all.sort(Comparator.comparing(Message::at).reversed());
        return all;
    }

    private enum Then {
        NEXT,
        END,
        CALL_BACK,
        ASK
    }

    private Then listen(Handset handset, Message message, String by, Language language) {
        Character key = handset.playUntilKey(introduced(message, language).samples());
        if (key == null) {
            key = '1';
        }
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Then then = obey(key, handset, message, by, language);
            if (then != Then.ASK) {
                return then;
            }
            key = asked(handset, language);
        }
        return Then.NEXT;
    }

    private Then obey(@Nullable Character key, Handset handset, Message message, String by, Language language) {
        return switch (key) {
            case null -> Then.NEXT;
            case '1' -> played(handset, message, by, language);
            case '2' -> Then.NEXT;
            case '3' -> message.callerNumber() == null ? said(Phrase.HIDDEN_NUMBER, handset, language) : Then.CALL_BACK;
            case '5' -> forwarded(handset, message, by, language);
            case '0' -> {
                new GreetingVisit(prompts, handset, greeted(by), language).serve();
                yield Then.ASK;
            }
            case '7' -> deleted(handset, message, language);
            case '9' -> {
                messages.markHeard(message.id());
                said(Phrase.MESSAGE_KEPT, handset, language);
                yield Then.NEXT;
            }
            case '*', '#' -> Then.END;
            default -> said(Phrase.WRONG_KEY, handset, language);
        };
    }

    private Then played(Handset handset, Message message, String by, Language language) {
        Character key = handset.playUntilKey(sound(message));
        messages.markHeard(message.id());
        return key == null ? Then.ASK : obey(key, handset, message, by, language);
    }

    private Then forwarded(Handset handset, Message message, String by, Language language) {
        String to = new ForwardTo(prompts, handset, forwarding.teams(), language).asked();
        if (to.isEmpty() || !forwarding.takes(message, to)) {
            return said(Phrase.WRONG_KEY, handset, language);
        }
        Introduction words = new Introduction(prompts, handset, language);
        boolean gone = false;
        try {
            words.ask();
        } finally { // whoever hangs up now has meant it
            gone = forwarding.forward(message, to, by, words.words()).isPresent();
        }
        said(gone ? Phrase.MESSAGE_FORWARDED : Phrase.WRONG_KEY, handset, language);
        return gone ? Then.NEXT : Then.ASK;
    }

    /** The same key once more, at once, takes it back; whoever goes on or hangs up has meant it. */
    private Then deleted(Handset handset, Message message, Language language) {
        boolean gone = true;
        try {
            Character key = handset.playUntilKey(
                    prompts.sound(Phrase.MESSAGE_DELETED, language).samples());
            Character next = key == null ? handset.key(TO_TAKE_BACK) : key;
            if (next == null) {
                return Then.NEXT;
            }
            gone = next != '7';
            return switch (next) {
                case '7' -> said(Phrase.MESSAGE_KEPT, handset, language);
                case '*', '#' -> Then.END;
                default -> Then.NEXT;
            };
        } finally {
            if (gone) {
                messages.delete(message.id());
            }
        }
    }

    private Then said(Phrase phrase, Handset handset, Language language) {
        handset.play(prompts.sound(phrase, language).samples());
        return Then.ASK;
    }

    private @Nullable Character asked(Handset handset, Language language) {
        Character early = handset.playUntilKey(
                prompts.sound(Phrase.MESSAGE_KEYS, language).samples());
        return early == null ? handset.key(FOR_A_KEY) : early;
    }

    private Sound introduced(Message message, Language language) {
        Sound urgent = message.urgent() ? prompts.sound(Phrase.URGENT_MESSAGE, language) : Sound.nothing();
        Sound received = urgent.then(prompts.received(message.at(), clock.now(), zone.get(), language));
        String number = message.callerNumber();
        return received.then(
                number == null
                        ? prompts.sound(Phrase.HIDDEN_NUMBER, language)
                        : prompts.sound(Phrase.FROM_NUMBER, language).then(prompts.digits(number, language)));
    }

    private short[] sound(Message message) {
        try {
            Path file = messages.audio(message.id()).orElse(null);
            return file == null ? new short[0] : Wav.any(Files.readAllBytes(file));
        } catch (IOException e) {
            Logger.error(e, "message {} cannot be read", message.id());
            return new short[0];
        }
    }
}
