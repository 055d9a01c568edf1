package ringdown.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.CallerId;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;

/**
 * Everything a decision about a call rests on.
 *
 * @param number the caller's number if it is valid in the office's country
 * @param contacts everybody with that number, oldest first
 * @param learnedClass class learned for a number without contact
 * @param at the moment of the call
 * @param began when the caller came in: who was told that the office is open is served to the end of the way
 * @param circumstances what was set by hand, and whether the clock can be believed
 */
public record Enquiry(
        Office office,
        Called called,
        CallerId callerId,
        @Nullable PhoneNumber number,
        List<Contact> contacts,
        @Nullable String learnedClass,
        @Nullable LastTalk lastTalk,
        @Nullable OpenPromise promise,
        Instant at,
        Circumstances circumstances,
        Instant began) {
    public Enquiry {
        contacts = List.copyOf(contacts);
    }

    /** A call that has just come. */
    public Enquiry(
            Office office,
            Called called,
            CallerId callerId,
            @Nullable PhoneNumber number,
            List<Contact> contacts,
            @Nullable String learnedClass,
            @Nullable LastTalk lastTalk,
            @Nullable OpenPromise promise,
            Instant at,
            Circumstances circumstances) {
        this(office, called, callerId, number, contacts, learnedClass, lastTalk, promise, at, circumstances, at);
    }

    /** The same caller, who has been here since then. */
    public Enquiry since(Instant when) {
        return new Enquiry(
                office, called, callerId, number, contacts, learnedClass, lastTalk, promise, at, circumstances, when);
    }

    /** The same caller at another moment: duty may have been handed over meanwhile. */
    public Enquiry at(Instant now) {
        return new Enquiry(
                office, called, callerId, number, contacts, learnedClass, lastTalk, promise, now, circumstances, began);
    }

    /** Whether the team serves callers who came when this one came; a box that does not know the time rings everybody. */
    boolean serves(String team) {
        return !circumstances.clockTrusted()
                || office.teamHours(team).map(hours -> hours.isOpen(began)).orElse(true);
    }

    /** A call in usual circumstances. */
    public Enquiry(
            Office office,
            Called called,
            CallerId callerId,
            @Nullable PhoneNumber number,
            List<Contact> contacts,
            @Nullable String learnedClass,
            @Nullable LastTalk lastTalk,
            @Nullable OpenPromise promise,
            Instant at) {
        this(office, called, callerId, number, contacts, learnedClass, lastTalk, promise, at, Circumstances.USUAL);
    }

    /** The contact, where the number belongs to exactly one. */
    public Optional<Contact> contact() {
        return contacts.size() == 1 ? Optional.of(contacts.getFirst()) : Optional.empty();
    }
}
