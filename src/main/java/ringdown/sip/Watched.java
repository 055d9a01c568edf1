package ringdown.sip;

import java.util.Locale;
import java.util.Optional;
import ringdown.number.Extension;

/**
 * What a telephone has subscribed to.
 *
 * @param name small letters; a line without its colon, which has a meaning of its own in an address (RFC 3261 §19.1.1)
 */
record Watched(Events events, String name) {
    /** Event packages that the box notifies of. */
    enum Events {
        /** Busy lamps (RFC 4235). */
        DIALOG("dialog", "application/dialog-info+xml"),
        /** The message lamp (RFC 3842). */
        MESSAGES("message-summary", "application/simple-message-summary");

        private final String word;
        private final String type;

        Events(String word, String type) {
            this.word = word;
            this.type = type;
        }

        String type() {
            return type;
        }

        /** By the word in the Event header. */
        static Optional<Events> of(String word) {
            for (Events events : values()) {
                if (events.word.equals(word)) {
                    return Optional.of(events);
                }
            }
            return Optional.empty();
        }
    }

    /** What an Allow-Events header says. */
    static final String ALLOW_EVENTS = "dialog, message-summary";

    static Watched lamp(String name) {
        return new Watched(Events.DIALOG, name.toLowerCase(Locale.ROOT).replace(":", ""));
    }

    static Watched mail(Extension who) {
        return new Watched(Events.MESSAGES, who.digits());
    }

    /** Empty: there is nothing of that name any more. */
    Optional<? extends Shown> state(LampSource source) {
        return switch (events) {
            case DIALOG -> source.lamp(name);
            case MESSAGES -> Optional.of(source.mail(new Extension(name)));
        };
    }
}
