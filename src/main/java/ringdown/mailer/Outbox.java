package ringdown.mailer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.voicemail.Message;

/** Letters that wait to be sent. Implemented by the store; durable when a method returns; safe from any thread. */
public interface Outbox {
    /** A letter to be sent as soon as may be. */
    void put(String to, String subject, String text, Instant at);

    /** Messages that are complete and have not been looked at for e-mail yet, oldest first. */
    List<Message> unannounced();

    /** The message has been looked at; with an address its letter is put in the same step, so that none is sent twice or never. */
    void announced(String messageId, @Nullable String to, String subject, String text, Instant at);

    /** The next letter whose moment has come. */
    Optional<Letter> due(Instant now);

    /** When the next one is due. */
    Optional<Instant> nextDue();

    /** The server has it, or it is given up. */
    void remove(String id);

    /** It did not go; it is tried again then. */
    void again(String id, Instant next, String why);
}
